create schema dossier;

-- A shop's papers for its stars and their renewal; the files lie sealed with media.
create table dossier.papers (
    id          uuid primary key default uuidv7(),
    shop_id     uuid        not null,
    kind        text        not null check (kind ~ '^[A-Z_]{3,30}$'),
    title       text        not null check (length(title) between 1 and 150),
    document_id uuid        not null unique,
    -- The last day on which it counts; null: it does not run out.
    valid_to    date,
    added_by    uuid        not null,
    added_at    timestamptz not null,
    removed_at  timestamptz
);
create index papers_of_shop on dossier.papers (shop_id, id desc) where removed_at is null;
create index papers_running_out on dossier.papers (valid_to) where removed_at is null and valid_to is not null;

-- Which papers go with which claim of a certificate.
create table dossier.attachments (
    certificate_id uuid        not null,
    paper_id       uuid        not null references dossier.papers (id),
    attached_at    timestamptz not null,
    primary key (certificate_id, paper_id)
);
create index attachments_of_paper on dossier.attachments (paper_id);

create table dossier.reminders (
    paper_id    uuid        not null references dossier.papers (id),
    days_before integer     not null,
    sent_at     timestamptz not null,
    primary key (paper_id, days_before)
);
