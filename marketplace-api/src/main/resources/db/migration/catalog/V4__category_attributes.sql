-- What a listing of a category must tell, from a day on; binds everything below the category.
create table catalog.category_attributes (
    category_code text not null references catalog.categories (code),
    attribute     text not null,
    valid_from    date not null,
    valid_to      date,
    reference     text not null,
    primary key (category_code, attribute, valid_from)
);
insert into catalog.category_attributes (category_code, attribute, valid_from, reference)
select category, attribute, date '2020-01-01', 'Nghị định 43/2017/NĐ-CP về nhãn hàng hóa'
  from (values ('I', 'net_weight'), ('I', 'origin'), ('I', 'shelf_life'), ('I', 'storage'),
               ('g03', 'ingredients'), ('g04', 'ingredients'),
               ('II', 'net_weight'), ('II', 'origin'), ('II', 'ingredients'), ('II', 'shelf_life'), ('II', 'storage'),
               ('III', 'net_weight'), ('III', 'origin'), ('III', 'ingredients'), ('III', 'shelf_life'), ('III', 'usage'),
               ('IV', 'origin'), ('IV', 'material'), ('V', 'origin')) as required (category, attribute);
