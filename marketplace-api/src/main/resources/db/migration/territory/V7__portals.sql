-- Sites of others, such as the province's own portal, that may show parts of a floor within their pages.
alter table territory.floors add column portals text[] not null default '{}'
    check (cardinality(portals) <= 5);
