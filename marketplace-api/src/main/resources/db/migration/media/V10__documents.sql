-- Papers that are nobody's but their owner's: signed mandates, dossiers. They lie sealed in object storage, under a name
-- that is never served; what no module keeps is removed.
create table media.documents (
    id          uuid primary key default uuidv7(),
    kind        text        not null check (kind in ('PDF', 'JPEG', 'PNG', 'WEBP')),
    bytes       integer     not null check (bytes > 0),
    uploaded_by uuid        not null,
    created_at  timestamptz not null,
    kept_at     timestamptz
);
create index documents_uploaded on media.documents (uploaded_by, created_at);
create index documents_unkept on media.documents (created_at) where kept_at is null;
