-- A category with everything above it: what a listing of it is also a listing of.
create view catalog.published_categories as
select c.code,
       c.name_vi,
       c.name_en,
       c.slug,
       array_remove(array[c.code, p.code, g.code], null) as path,
       concat_ws(' ', c.name_vi, p.name_vi, g.name_vi, c.name_en, p.name_en, g.name_en) as words
  from catalog.categories c
  left join catalog.categories p on p.code = c.parent
  left join catalog.categories g on g.code = p.parent;
