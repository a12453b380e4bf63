-- The double-entry ledger. It lies in the folder of payments, whose nested module it is, because Flyway reads folders
-- with everything below them.
create schema ledger;

create table ledger.accounts (
    code        text primary key,
    -- On which side its balance grows.
    normal_side text not null check (normal_side in ('DEBIT', 'CREDIT'))
);
insert into ledger.accounts (code, normal_side) values
('CARD_CLEARING', 'DEBIT'),
('BANK_CLEARING', 'DEBIT'),
('CARRIER_RECEIVABLE', 'DEBIT'),
('CAMPAIGN_SUBSIDY', 'DEBIT'),
('LOSSES', 'DEBIT'),
('BANK', 'DEBIT'),
('SHOP_PAYABLE', 'CREDIT'),
('SHIPPING_PAYABLE', 'CREDIT'),
('COMMISSION', 'CREDIT'),
('COMMISSION_VAT', 'CREDIT'),
('TAX_WITHHELD', 'CREDIT'),
('REFUNDS', 'CREDIT'),
('UNMATCHED_TRANSFERS', 'CREDIT'),
('OPENING', 'CREDIT');

create table ledger.transactions (
    id              bigint generated always as identity primary key,
    kind            text        not null,
    -- What caused it: a payment, a parcel, a transfer.
    source          text        not null,
    -- The same cause, however often it is delivered, is booked once.
    idempotency_key text        not null unique,
    at              timestamptz not null
);
create index transactions_of_source on ledger.transactions (source, id);

-- Each row takes an amount from one account to another. A transaction made of such rows sums to zero whatever is
-- written, so no trigger has to add them up at commit.
create table ledger.postings (
    transaction_id bigint      not null references ledger.transactions (id),
    position       integer     not null,
    debit_account  text        not null references ledger.accounts (code),
    -- Whose balance of that account: a shop, a payment, a carrier; empty where there is only one.
    debit_party    text        not null,
    credit_account text        not null references ledger.accounts (code),
    credit_party   text        not null,
    amount         bigint      not null check (amount > 0),
    at             timestamptz not null,
    primary key (transaction_id, position),
    check ((debit_account, debit_party) <> (credit_account, credit_party))
);
create index postings_debit on ledger.postings (debit_account, debit_party, at) include (amount);
create index postings_credit on ledger.postings (credit_account, credit_party, at) include (amount);

-- What is wrong is put right by a transaction the other way round.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger transactions_stay before update or delete or truncate on ledger.transactions
    for each statement execute function ledger.refuse_change();
create trigger postings_stay before update or delete or truncate on ledger.postings
    for each statement execute function ledger.refuse_change();

-- Both sides of each posting as a line of its account.
create view ledger.entries as
select debit_account as account, debit_party as party, transaction_id, position, amount as debit, 0::bigint as credit, at
  from ledger.postings
union all
select credit_account, credit_party, transaction_id, position, 0::bigint, amount, at
  from ledger.postings;

-- Totals since the beginning, up to the end of a business day, as they were when the day was closed.
create table ledger.closings (
    day     date   not null,
    account text   not null references ledger.accounts (code),
    party   text   not null,
    debits  bigint not null,
    credits bigint not null,
    primary key (day, account, party)
);

-- What each comparison found. A row with a difference is an alarm until someone has explained it.
create table ledger.checks (
    id       bigint generated always as identity primary key,
    name     text        not null,
    expected bigint      not null,
    found    bigint      not null,
    at       timestamptz not null
);
create index checks_newest on ledger.checks (name, id desc);

create view ledger.published_balances as
select account, party, sum(debit)::bigint as debits, sum(credit)::bigint as credits
  from ledger.entries
 group by account, party;

-- The parts of a payment: what each shop's order adds to it. Frozen when the purchase is made.
create table payment.parts (
    payment_id uuid   not null references payment.payments (id),
    part_id    uuid   not null,
    shop_id    uuid   not null,
    goods      bigint not null check (goods >= 0),
    delivery   bigint not null check (delivery >= 0),
    status     text   not null default 'OPEN' check (status in ('OPEN', 'SOLD', 'GIVEN_UP')),
    primary key (payment_id, part_id)
);

-- Money that came and went before there was a ledger is carried over as one balance per method.
with taken_over as (
    select case p.method when 'CARD' then 'CARD_CLEARING' else 'CARRIER_RECEIVABLE' end as account,
           sum(case e.type when 'REFUNDED' then -e.amount else e.amount end)::bigint as amount,
           max(e.at) as at
      from payment.payment_events e
      join payment.payments p on p.id = e.payment_id
     where e.type in ('CAPTURED', 'LATE', 'REFUNDED')
     group by 1),
opening as (
    insert into ledger.transactions (kind, source, idempotency_key, at)
    select 'OPENING', account, 'opening:' || account, at
      from taken_over
     where amount > 0
    returning id, source, at)
insert into ledger.postings (transaction_id, position, debit_account, debit_party, credit_account, credit_party, amount, at)
select o.id, 1, o.source, '', 'OPENING', '', t.amount, o.at
  from opening o
  join taken_over t on t.account = o.source;

with owed as (
    select payment_id, sum(amount)::bigint as amount, max(created_at) as at
      from payment.attempts
     where kind = 'REFUND'
       and status = 'OPEN'
     group by payment_id),
opening as (
    insert into ledger.transactions (kind, source, idempotency_key, at)
    select 'OPENING', 'payment:' || payment_id, 'opening:' || payment_id, at
      from owed
    returning id, source, at)
insert into ledger.postings (transaction_id, position, debit_account, debit_party, credit_account, credit_party, amount, at)
select o.id, 1, 'OPENING', '', 'REFUNDS', w.payment_id::text, w.amount, o.at
  from opening o
  join owed w on o.source = 'payment:' || w.payment_id;
