-- Refunds the shop did not decide: the buyer called off what was left of the order, or the card's bank kept the money.
alter table orders.refunds drop constraint refunds_cause_check;
alter table orders.refunds add constraint refunds_cause_check
    check (cause in ('SHOP', 'RETURN', 'CANCELLATION', 'DISPUTE')) not valid;
alter table orders.refunds validate constraint refunds_cause_check;
