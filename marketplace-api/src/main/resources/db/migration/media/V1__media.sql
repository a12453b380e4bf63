create schema media;

-- Files lie in object storage as <hash>-<width>.webp; the hash makes them immutable.
create table media.pictures (
    id         uuid primary key default uuidv7(),
    hash       text        not null unique check (hash ~ '^[0-9a-z]{16,64}$'),
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    widths     integer[]   not null,
    preview    text check (length(preview) <= 2000),
    created_at timestamptz not null
);

create view media.published_pictures as
select id, hash, width, height, widths, preview from media.pictures;
