create schema search;

-- What administrators teach the search: other names for a thing, where to send whoever types a phrase, listings that come
-- first for it. Every copy of the application looks for changes every few seconds.
create table search.rules (
    id         uuid primary key     default uuidv7(),
    kind       text        not null check (kind in ('SYNONYM', 'ALSO', 'REDIRECT', 'PIN')),
    phrase     text        not null check (phrase <> '' and length(phrase) <= 200),
    target     text        not null check (target <> '' and length(target) <= 500),
    position   int         not null default 1 check (position between 1 and 20),
    changed_at timestamptz not null,
    changed_by uuid        not null,
    unique (kind, phrase, target)
);

create unique index one_redirect_per_phrase on search.rules (phrase) where kind = 'REDIRECT';

-- How often a day something was searched, and how often in vain. Nothing says by whom or when.
create table search.term_counts (
    day      date   not null,
    term     text   not null check (term <> '' and length(term) <= 80),
    searches bigint not null check (searches > 0),
    in_vain  bigint not null check (in_vain between 0 and searches),
    primary key (day, term)
);
