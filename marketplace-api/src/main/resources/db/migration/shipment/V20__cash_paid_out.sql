-- Cash also leaves tills at the counter. What a clerk handed out stands below zero under the number the platform gave it:
-- it lessens the till, and what the carrier has to hand over.
alter table shipment.cash_taken drop constraint cash_taken_amount_check;
alter table shipment.cash_taken add constraint cash_taken_amount
    check (amount > 0 or amount < 0 and parcel_id is null and shift_id is not null) not valid;
alter table shipment.cash_taken validate constraint cash_taken_amount;
alter table shipment.remittance_lines drop constraint remittance_lines_amount_check;
