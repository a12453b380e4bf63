package vn.ocop.marketplace.payment;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.payment.ledger.LedgerEvidence;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the history of payments says the ledger must hold: the money of each method, and what buyers are to get back.
 */
@Repository
class PaymentEvidence implements LedgerEvidence {

    private final DatabaseClient database;

    PaymentEvidence(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Finding> compare() {
        return database.sql("""
                with held as (
                    select account, sum(amount) as amount
                      from (select case p.method when 'CARD' then 'CARD_CLEARING'
                                                 else 'CARRIER_RECEIVABLE' end as account,
                                   e.amount
                              from payment.payment_events e
                              join payment.payments p on p.id = e.payment_id
                             where e.type in ('CAPTURED', 'LATE')
                               and p.method <> 'BANK_TRANSFER'
                             union all
                            select 'CARRIER_RECEIVABLE', -matched from payment.carrier_remittances
                             union all
                            select 'CARRIER_UNMATCHED', -unmatched from payment.carrier_remittances
                             union all
                            select 'CARD_CLEARING', -amount
                              from payment.attempts
                             where kind = 'REFUND'
                               and status = 'SUCCEEDED'
                               and channel = 'CARD'
                             union all
                            select 'CARD_CLEARING', -amount
                              from payment.disputes
                             where status in ('OPEN', 'LOST')
                             union all
                            select 'CARD_CLEARING', -amount
                              from payout.published_transfers
                             union all
                            select 'CARRIER_RECEIVABLE', -amount
                              from payout.published_cash_payouts) as moved
                     group by account),
                transferred as (
                    select 'BANK_CLEARING' as account,
                           (select coalesce(sum(amount), 0) from payment.transfers where status <> 'RETURNED')
                           - (select coalesce(sum(amount), 0)
                                from payment.attempts
                               where kind = 'REFUND'
                                 and status = 'SUCCEEDED'
                                 and channel = 'BANK_CLEARING') as amount),
                unmatched as (
                    select 'UNMATCHED_TRANSFERS' as account, sum(-amount) as amount
                      from payment.transfers
                     where status in ('NEW', 'HELD', 'UNMATCHED')),
                disputed as (
                    select 'DISPUTES' as account, sum(amount) as amount
                      from payment.disputes
                     where status = 'OPEN'
                        or status = 'LOST' and settled_at is null),
                due as (
                    select 'REFUNDS' as account, sum(-amount) as amount
                      from payment.attempts
                     where kind = 'REFUND'
                       and channel <> 'SHOP'
                       and status in ('OPEN', 'HELD')),
                booked as (
                    select account, sum(debits - credits) as amount
                      from ledger.published_balances
                     where account in ('CARD_CLEARING', 'CARRIER_RECEIVABLE', 'REFUNDS', 'BANK_CLEARING',
                                       'UNMATCHED_TRANSFERS', 'DISPUTES', 'CARRIER_UNMATCHED')
                     group by account)
                select account, coalesce(d.amount, 0)::bigint as expected, coalesce(b.amount, 0)::bigint as found
                  from (select * from held union all select * from due union all select * from transferred
                        union all select * from unmatched union all select * from disputed) as d
                  full join booked b using (account)
                 order by account
                """)
                .map(row -> new Finding(
                        "payments:" + Rows.get(row, "account", String.class),
                        Vnd.of(Rows.get(row, "expected", Long.class)),
                        Vnd.of(Rows.get(row, "found", Long.class))))
                .all();
    }
}
