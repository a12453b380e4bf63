-- A certificate is its seller's word until an officer of the province has verified it; those entered before this were.
alter table catalog.certificates add column status text not null default 'VERIFIED'
    check (status in ('SUBMITTED', 'VERIFIED', 'REFUSED'));
-- The authority may let it run longer, or take it back.
alter table catalog.certificates add column extended_to date check (extended_to > valid_to);
alter table catalog.certificates add column revoke_reason text check (length(revoke_reason) <= 500);
alter table catalog.certificates add column refusal text check (length(refusal) <= 500);
alter table catalog.certificates add column version bigint not null default 0;
alter table catalog.certificates add column submitted_at timestamptz;
alter table catalog.certificates add column updated_at timestamptz;
create index certificates_of_shop on catalog.certificates (shop_id, id);
create index certificates_waiting on catalog.certificates (submitted_at, id) where status = 'SUBMITTED';
-- Whoever verifies one is told of others that carry the same number.
create index certificates_by_number on catalog.certificates (number);

-- What happened to a certificate, by whom and why.
create table catalog.certificate_decisions (
    id             bigint generated always as identity primary key,
    certificate_id uuid        not null references catalog.certificates (id),
    at             timestamptz not null,
    actor_id       uuid        not null,
    kind           text        not null check (kind in ('SUBMITTED', 'VERIFIED', 'REFUSED', 'EXTENDED', 'REVOKED')),
    reason         text        not null default '' check (length(reason) <= 500)
);
create index certificate_decisions_of on catalog.certificate_decisions (certificate_id, id desc);

-- Which reminders have gone out, and 0 for "it has run out".
create table catalog.certificate_reminders (
    certificate_id uuid        not null references catalog.certificates (id),
    days_before    integer     not null,
    ends_on        date        not null,
    sent_at        timestamptz not null,
    primary key (certificate_id, days_before, ends_on)
);

-- valid_to here is the first day on which the certificate no longer counts; expires_on is the last day it runs.
create or replace view catalog.published_certificates as
select id, number, stars, decision_no, issuer, decision_date as issued_on, valid_from,
       least(coalesce(extended_to, valid_to) + 1, revoked_on) as valid_to,
       coalesce(extended_to, valid_to) as expires_on,
       shop_id,
       product_name
  from catalog.certificates
 where status = 'VERIFIED';
