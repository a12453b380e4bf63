package vn.ocop.marketplace.checkout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on cart lines. */
@Repository
class CartRepository {

    private final DatabaseClient database;

    CartRepository(DatabaseClient database) {
        this.database = database;
    }

    record Stored(UUID variantId, int quantity) {}

    Flux<Stored> lines(UUID buyer) {
        return database.sql("""
                select variant_id, quantity
                  from checkout.cart_lines
                 where buyer_id = :buyer
                 order by added_at, variant_id
                """)
                .bind("buyer", buyer)
                .map(CartRepository::stored)
                .all();
    }

    /**
     * Adds to what is there and answers all that is in the cart then; nothing when the cart is full or the sum is more
     * than may be bought at once.
     */
    Flux<Stored> add(UUID buyer, UUID variant, int quantity, int atMost, Instant now) {
        return database.sql("""
                with added as (
                    insert into checkout.cart_lines as c (buyer_id, variant_id, quantity, added_at)
                    select :buyer, :variant, :quantity, :now
                     where (select count(*) from checkout.cart_lines where buyer_id = :buyer) < :lines
                        or exists (select from checkout.cart_lines where buyer_id = :buyer and variant_id = :variant)
                    on conflict (buyer_id, variant_id)
                    do update set quantity = c.quantity + excluded.quantity
                     where c.quantity + excluded.quantity <= :most
                    returning variant_id, quantity, added_at)
                select variant_id, quantity, added_at from added
                union all
                select variant_id, quantity, added_at
                  from checkout.cart_lines
                 where buyer_id = :buyer
                   and variant_id <> :variant
                   and exists (select from added)
                 order by added_at, variant_id
                """)
                .bind("buyer", buyer)
                .bind("variant", variant)
                .bind("quantity", quantity)
                .bind("lines", Cart.MAX_LINES)
                .bind("most", atMost)
                .bind("now", now)
                .map(CartRepository::stored)
                .all();
    }

    private static Stored stored(Readable row) {
        return new Stored(Rows.get(row, "variant_id", UUID.class), Rows.get(row, "quantity", Integer.class));
    }

    Mono<Boolean> set(UUID buyer, UUID variant, int quantity) {
        return database.sql("""
                update checkout.cart_lines
                   set quantity = :quantity
                 where buyer_id = :buyer
                   and variant_id = :variant
                """)
                .bind("quantity", quantity)
                .bind("buyer", buyer)
                .bind("variant", variant)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> remove(UUID buyer, Collection<UUID> variants) {
        return database.sql("delete from checkout.cart_lines where buyer_id = :buyer and variant_id = any(:variants)")
                .bind("buyer", buyer)
                .bind("variants", variants.toArray(UUID[]::new))
                .then();
    }

    /** Moves a guest's lines to a member; of what both have, the larger quantity counts. */
    Mono<Void> move(UUID guest, UUID member) {
        return database.sql("""
                with taken as (
                    delete from checkout.cart_lines
                     where buyer_id = :guest
                    returning variant_id, quantity, added_at)
                insert into checkout.cart_lines as c (buyer_id, variant_id, quantity, added_at)
                select :member, variant_id, quantity, added_at from taken
                on conflict (buyer_id, variant_id)
                do update set quantity = greatest(c.quantity, excluded.quantity)
                """).bind("guest", guest).bind("member", member).then();
    }
}
