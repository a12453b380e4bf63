-- What has gone back of a part that was sold: of its goods and delivery to the buyer, of the charges to its shop. Never
-- more than there was, whoever asks and however many at once.
alter table payment.parts
    add column back_goods          bigint not null default 0,
    add column back_delivery       bigint not null default 0,
    add column back_commission     bigint not null default 0,
    add column back_commission_vat bigint not null default 0,
    add column back_tax_vat        bigint not null default 0,
    add column back_tax_pit        bigint not null default 0,
    -- Of what went back, what the platform bears instead of the shop.
    add column absorbed            bigint not null default 0,
    add constraint parts_back_goods check (back_goods between 0 and goods),
    add constraint parts_back_delivery check (back_delivery between 0 and delivery),
    add constraint parts_back_commission check (back_commission between 0 and commission),
    add constraint parts_back_commission_vat check (back_commission_vat between 0 and commission_vat),
    add constraint parts_back_tax_vat check (back_tax_vat between 0 and tax_vat),
    add constraint parts_back_tax_pit check (back_tax_pit between 0 and tax_pit),
    add constraint parts_absorbed check (absorbed between 0 and back_goods + back_delivery);

-- What buyers are to get back of the captured money, whether it has been sent yet or not.
alter table payment.payments add column asked_back bigint not null default 0;
update payment.payments p
   set asked_back = p.refunded + coalesce((
           select sum(a.amount)
             from payment.attempts a
            where a.payment_id = p.id
              and a.kind = 'REFUND'
              and a.status = 'OPEN'
              and exists (select
                            from payment.payment_events e
                           where e.payment_id = p.id
                             and e.type = 'CAPTURED'
                             and e.source_ref = a.intent_ref)), 0)
 where p.captured > 0;
alter table payment.payments add constraint payments_asked_back check (asked_back between refunded and captured);

-- HELD: money that came late, until it is known whether its purchase can be opened again; DROPPED: it could.
alter table payment.attempts drop constraint attempts_status_check;
alter table payment.attempts add constraint attempts_status_check
    check (status in ('OPEN', 'HELD', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'DROPPED')) not valid;
alter table payment.attempts validate constraint attempts_status_check;

-- From where a refund is sent: back to the card by its provider, or by a person from one of the bank accounts.
alter table payment.attempts add column channel text check (channel in ('CARD', 'BANK_CLEARING', 'BANK'));
update payment.attempts a
   set channel = case p.method when 'CARD' then 'CARD' when 'BANK_TRANSFER' then 'BANK_CLEARING' else 'BANK' end
  from payment.payments p
 where p.id = a.payment_id
   and a.kind = 'REFUND';
alter table payment.attempts add constraint attempts_refund_channel check (kind <> 'REFUND' or channel is not null);
create index attempts_refunds_to_transfer on payment.attempts (created_at)
    where kind = 'REFUND' and status = 'OPEN' and channel <> 'CARD';

-- REVIVED: late money became the payment of its purchase after all; it was counted as LATE when it came in.
alter table payment.payment_events drop constraint payment_events_type_check;
alter table payment.payment_events add constraint payment_events_type_check
    check (type in ('CAPTURED', 'REFUNDED', 'EXPIRED', 'CANCELLED', 'LATE', 'REVIVED')) not valid;
alter table payment.payment_events validate constraint payment_events_type_check;

-- Where the buyer wants money transferred back to; sealed.
create table payment.refund_accounts (
    payment_id uuid primary key references payment.payments (id),
    account    bytea       not null,
    updated_at timestamptz not null
);

-- Tax is given back each time a part of an order goes back.
alter table payout.tax_entries add column cause text not null default '';
alter table payout.tax_entries drop constraint tax_entries_part_id_kind_key;
alter table payout.tax_entries add constraint tax_entries_once unique (part_id, kind, cause);

-- What a shop is charged for an order after what has gone back of it.
create view payment.published_parts as
select p.payable_id,
       t.part_id,
       t.status,
       t.back_goods + t.back_delivery - t.absorbed as taken_back,
       t.commission - t.back_commission as commission,
       t.commission_vat - t.back_commission_vat as commission_vat,
       t.tax_vat - t.back_tax_vat + t.tax_pit - t.back_tax_pit as tax
  from payment.parts t
  join payment.payments p on p.id = t.payment_id;
