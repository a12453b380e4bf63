create view territory.published_communes as
select c.code,
       c.name,
       c.kind,
       p.code as province_code,
       p.name as province_name,
       p.kind as province_kind,
       p.slug as province_slug,
       -- People search by the names of yesterday for years.
       (select string_agg(distinct concat_ws(' ', f.name, f.district, fp.name), ' ')
          from territory.former_communes f
          join territory.former_provinces fp on fp.code = f.former_province_code
         where f.commune_code = c.code) as former_names
  from territory.communes c
  join territory.provinces p on p.code = c.province_code;
