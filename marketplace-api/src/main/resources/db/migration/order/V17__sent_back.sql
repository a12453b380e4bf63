-- What the post could not deliver: brought back to its shop, or lost on the way.
alter table orders.orders
    drop constraint orders_status_check,
    add constraint orders_status_check check (status in ('PENDING_PAYMENT', 'TO_CONFIRM', 'CONFIRMED', 'SHIPPED', 'DELIVERED',
        'REFUSED', 'CANCELLED', 'EXPIRED', 'SENT_BACK', 'LOST'));
alter table orders.refunds
    drop constraint refunds_cause_check,
    add constraint refunds_cause_check check (cause in ('SHOP', 'RETURN', 'CANCELLATION', 'DISPUTE', 'POST'));
