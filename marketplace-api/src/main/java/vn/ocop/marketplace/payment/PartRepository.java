package vn.ocop.marketplace.payment;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on the parts of payments; they are added with their payment. Only under the payment's lock. */
@Repository
class PartRepository {

    private static final String COLUMNS = """
            part_id, shop_id, goods, delivery, commission, commission_vat, tax_vat, tax_pit, shop_discount, shop_delivery,
            (select jsonb_agg(jsonb_build_object('funder', s.funder, 'goods', s.goods, 'delivery', s.delivery) order by s.funder)
               from payment.subsidies s
              where s.payment_id = parts.payment_id
                and s.part_id = parts.part_id) as subsidies""";

    /** What the platform owes a shop for a sold part after everything that went back of it. */
    static final String NET = """
            goods + subsidy - back_subsidy - shop_delivery - (back_goods + back_delivery - absorbed) - (commission - back_commission)
            - (commission_vat - back_commission_vat) - (tax_vat - back_tax_vat) - (tax_pit - back_tax_pit)
            - case (select p.settlement from payment.payments p where p.id = parts.payment_id)
                  when 'DIRECT' then goods + delivery - (back_goods + back_delivery - absorbed)
                  else 0
              end""";

    private final DatabaseClient database;
    private final JsonMapper json;

    PartRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A part that fell away, and whether it had been paid by then. */
    record Fallen(PaymentPart part, boolean wasSold) {}

    /** Marks every part that still stands as paid. */
    Flux<PaymentPart> sold(UUID payment) {
        return database.sql("""
                update payment.parts
                   set status = 'SOLD'
                 where payment_id = :payment
                   and status = 'OPEN'
                returning\s""" + COLUMNS)
                .bind("payment", payment)
                .map(this::part)
                .all();
    }

    Flux<PaymentPart> sold(UUID payment, UUID part) {
        return database.sql("""
                update payment.parts
                   set status = 'SOLD'
                 where payment_id = :payment
                   and part_id = :part
                   and status = 'OPEN'
                returning\s""" + COLUMNS)
                .bind("payment", payment)
                .bind("part", part)
                .map(this::part)
                .all();
    }

    /** Empty when it fell away before, or was never known. */
    Mono<Fallen> giveUp(UUID payment, UUID part) {
        return database.sql("""
                update payment.parts
                   set status = 'GIVEN_UP',
                       back_goods = case status when 'SOLD' then goods else 0 end,
                       back_delivery = case status when 'SOLD' then delivery else 0 end,
                       back_commission = case status when 'SOLD' then commission else 0 end,
                       back_commission_vat = case status when 'SOLD' then commission_vat else 0 end,
                       back_tax_vat = case status when 'SOLD' then tax_vat else 0 end,
                       back_tax_pit = case status when 'SOLD' then tax_pit else 0 end,
                       back_subsidy = case status when 'SOLD' then subsidy else 0 end
                 where payment_id = :payment
                   and part_id = :part
                   and status <> 'GIVEN_UP'
                returning old.status as was,\s""" + COLUMNS)
                .bind("payment", payment)
                .bind("part", part)
                .map(row -> new Fallen(part(row), "SOLD".equals(row.get("was", String.class))))
                .one();
    }

    /** Whose parts a payment has. */
    Flux<UUID> shops(UUID payment) {
        return database.sql("select shop_id from payment.parts where payment_id = :payment order by part_id")
                .bind("payment", payment)
                .map(row -> Rows.get(row, "shop_id", UUID.class))
                .all();
    }

    /** Whose part it is, and whether it was the shop's already. */
    record Hit(UUID shop, boolean released) {}

    /** What is left for the shop of a part when its money is let go. */
    record Released(UUID shop, Vnd net) {}

    /** Empty when it was never paid, or was let go before. */
    Mono<Released> release(UUID payment, UUID part, Instant now) {
        return database.sql("""
                update payment.parts
                   set released_at = :now
                 where payment_id = :payment
                   and part_id = :part
                   and status = 'SOLD'
                   and released_at is null
                returning shop_id, """ + NET + " as net")
                .bind("payment", payment)
                .bind("part", part)
                .bind("now", now)
                .map(row -> new Released(Rows.get(row, "shop_id", UUID.class), vnd(row, "net")))
                .one();
    }

    /** Empty when the part was not paid, or that is more than is left of it. */
    Mono<Hit> takeBack(UUID payment, Takeback back) {
        var charges = back.chargesBack();
        return database.sql("""
                update payment.parts
                   set back_goods = back_goods + :goods,
                       back_delivery = back_delivery + :delivery,
                       back_commission = back_commission + :commission,
                       back_commission_vat = back_commission_vat + :commissionVat,
                       back_tax_vat = back_tax_vat + :taxVat,
                       back_tax_pit = back_tax_pit + :taxPit,
                       back_subsidy = back_subsidy + :subsidy,
                       absorbed = absorbed + :absorbed
                 where payment_id = :payment
                   and part_id = :part
                   and status = 'SOLD'
                   and back_goods + :goods <= goods
                   and back_delivery + :delivery <= delivery
                returning shop_id, released_at is not null as released
                """)
                .bind("payment", payment)
                .bind("part", back.part())
                .bind("goods", back.goods().dong())
                .bind("delivery", back.delivery().dong())
                .bind("commission", charges.commission().dong())
                .bind("commissionVat", charges.commissionVat().dong())
                .bind("taxVat", charges.taxVat().dong())
                .bind("taxPit", charges.taxPit().dong())
                .bind("subsidy", back.subsidyBack().dong())
                .bind("absorbed", back.absorbed().dong())
                .map(row -> new Hit(Rows.get(row, "shop_id", UUID.class), Rows.get(row, "released", Boolean.class)))
                .one();
    }

    /** Whether the payment has parts at all; those older than the ledger have none. */
    Mono<Boolean> known(UUID payment) {
        return database.sql("select exists (select from payment.parts where payment_id = :payment) as known")
                .bind("payment", payment)
                .map(row -> Rows.get(row, "known", Boolean.class))
                .one();
    }

    private PaymentPart part(Readable row) {
        return new PaymentPart(
                Rows.get(row, "part_id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                vnd(row, "goods"),
                vnd(row, "delivery"),
                new Charges(
                        vnd(row, "commission"),
                        vnd(row, "commission_vat"),
                        vnd(row, "tax_vat"),
                        vnd(row, "tax_pit"),
                        null,
                        null),
                new Relief(
                        vnd(row, "shop_discount"),
                        vnd(row, "shop_delivery"),
                        subsidies(row.get("subsidies", Json.class))));
    }

    private List<Relief.Subsidy> subsidies(@Nullable Json stored) {
        return stored == null ? List.of() : Arrays.asList(json.readValue(stored.asArray(), Relief.Subsidy[].class));
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }
}
