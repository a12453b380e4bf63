-- Which certificate a number means in a shop, verified or not; for modules that name certificates.
create view catalog.certificate_numbers as
select id, shop_id, number from catalog.certificates;
