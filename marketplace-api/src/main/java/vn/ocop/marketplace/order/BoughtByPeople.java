package vn.ocop.marketplace.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.community.TeamPurchases;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** Tells community teams what those bought whom they brought, in sums only. */
@Component
class BoughtByPeople implements TeamPurchases {

    private final DatabaseClient database;

    BoughtByPeople(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Month>> monthly(Collection<UUID> people, LocalDate since) {
        return database.sql("""
                select date_trunc('month', g.placed_at at time zone 'Asia/Ho_Chi_Minh')::date as month, count(*) as orders,
                       count(distinct g.buyer_id) as buyers, sum(o.goods_total)::bigint as goods
                  from orders.order_groups g
                  join orders.orders o on o.group_id = g.id
                 where g.buyer_id = any(:people)
                   and g.placed_at >= :since
                   and o.status in ('TO_CONFIRM', 'CONFIRMED', 'SHIPPED', 'DELIVERED')
                 group by 1
                 order by 1 desc
                """)
                .bind("people", people.toArray(UUID[]::new))
                .bind("since", since.atStartOfDay(BusinessTime.ZONE).toInstant())
                .map(row -> Month.of(
                        Rows.get(row, "month", LocalDate.class),
                        Rows.get(row, "orders", Long.class),
                        Rows.get(row, "buyers", Long.class),
                        Vnd.of(Rows.get(row, "goods", Long.class))))
                .all()
                .collectList();
    }
}
