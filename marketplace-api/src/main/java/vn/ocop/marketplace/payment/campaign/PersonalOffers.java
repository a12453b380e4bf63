package vn.ocop.marketplace.payment.campaign;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PersonalData;

/**
 * What somebody saved with offers, and the codes they keep. That a turn was used stays known by the hash of the phone
 * number, so that forgetting an account gives nobody a second turn.
 */
@Component
class PersonalOffers implements PersonalData {

    private final DatabaseClient database;

    PersonalOffers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "offers";
    }

    @Override
    public Mono<Object> export(UUID person) {
        return database.sql("""
                select o.code, r.status, r.amount, r.at::text as at, r.decision::text as decision
                  from campaign.redemptions r
                  join campaign.offers o on o.id = r.offer_id
                 where r.person_id = :person
                union all
                select o.code, 'KEPT', 0, w.added_at::text, '{}'
                  from campaign.wallets w
                  join campaign.offers o on o.id = w.offer_id
                 where w.person_id = :person
                 order by at
                """)
                .bind("person", person)
                .fetch()
                .all()
                .collectList()
                .map(rows -> rows);
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return database.sql("delete from campaign.wallets where person_id = :person")
                .bind("person", person)
                .then();
    }
}
