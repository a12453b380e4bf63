-- Two administrators who edit a floor at once: the second is told.
alter table territory.floors add column version bigint not null default 0;
