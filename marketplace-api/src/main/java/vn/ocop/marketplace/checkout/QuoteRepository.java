package vn.ocop.marketplace.checkout;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on quotes. */
@Repository
class QuoteRepository {

    private final DatabaseClient database;
    private final JsonMapper json;

    QuoteRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Quote> add(Quote quote, Instant now) {
        return database.sql("""
                insert into checkout.quotes (id, buyer_id, commune_code, terms, total, created_at, expires_at)
                values (:id, :buyer, :commune, :terms, :total, :now, :expires)
                """)
                .bind("id", quote.id())
                .bind("buyer", quote.buyerId())
                .bind("commune", quote.communeCode())
                .bind("terms", Json.of(json.writeValueAsBytes(quote.terms())))
                .bind("total", quote.total().dong())
                .bind("now", now)
                .bind("expires", quote.expiresAt())
                .then()
                .thenReturn(quote);
    }

    /** Takes the quote out: it is good for one order. */
    Mono<Quote> take(UUID id, UUID buyer) {
        return database.sql("""
                delete from checkout.quotes
                 where id = :id
                   and buyer_id = :buyer
                returning commune_code, terms, expires_at
                """)
                .bind("id", id)
                .bind("buyer", buyer)
                .map(row -> new Quote(
                        id,
                        buyer,
                        Rows.get(row, "commune_code", String.class),
                        json.readValue(Rows.get(row, "terms", Json.class).asArray(), Quote.Terms.class),
                        Rows.get(row, "expires_at", Instant.class)))
                .one();
    }

    Mono<Long> removeExpired(Instant before) {
        return database.sql("delete from checkout.quotes where expires_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }
}
