-- A province's own picture across the head of its floor; the platform's drawing of the province without one.
alter table territory.floors add column banner_id uuid;
