-- Who sent a picture; drawn ones have no sender and are never cleaned up.
alter table media.pictures add column uploaded_by uuid;
-- Nobody shows it any more: out of sight first, removed later.
alter table media.pictures add column doomed_at timestamptz;
create index pictures_uploaded on media.pictures (uploaded_by, created_at) where uploaded_by is not null;

create or replace view media.published_pictures as
select id, hash, width, height, widths, preview from media.pictures where doomed_at is null;
