package vn.ocop.marketplace.shop;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PersonalData;

/**
 * The documents somebody gave for a shop. They are kept as long as the law wants sellers to be known, so erasing an
 * account leaves them sealed where they are; an owner hands a shop over first. Under which number others once put a
 * shop down for them goes with the account.
 */
@Component
class ShopPersonalData implements PersonalData {

    private final DatabaseClient database;

    ShopPersonalData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "shops";
    }

    @Override
    public Mono<Object> export(UUID person) {
        return database.sql("""
                select s.name as shop, i.representative, i.document_kind, '••••' || i.number_end as number, i.state,
                       i.method, i.updated_at
                  from shop.identities i
                  join shop.shops s on s.id = i.shop_id
                 where i.given_by = :person
                 order by i.updated_at
                """)
                .bind("person", person)
                .fetch()
                .all()
                .map(LinkedHashMap::new)
                .collectList()
                .filter(documents -> !documents.isEmpty())
                .cast(Object.class);
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return database.sql("delete from shop.prepared where person_id = :person")
                .bind("person", person)
                .then();
    }
}
