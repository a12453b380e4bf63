package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.LocalApi;

class AuditLogIT implements LocalApi {

    @Autowired
    AuditLog audit;

    @Autowired
    DatabaseClient database;

    private AuditLog.Entry only(String subject) {
        return audit.find(new AuditLog.Wanted(null, null, null, null, null, subject), null, 10)
                .single()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void tellsWhoDidItAndOnWhoseBehalf() {
        var officer = new Caller(UUID.randomUUID(), false, Set.of(Membership.owner(Membership.Kind.PROVINCE, "44")));
        var shop = UUID.randomUUID();
        audit.record(
                        officer,
                        Act.of("shop.suspended", Act.Owner.shop(shop))
                                .in("44")
                                .on(shop)
                                .because("hàng giả")
                                .with("before", "OPEN"))
                .block();

        var entry = only(shop.toString());

        assertThat(entry.actorId()).isEqualTo(officer.id());
        assertThat(entry.onBehalf()).isTrue();
        assertThat(entry.ownerScope()).isEqualTo(shop.toString());
        assertThat(entry.province()).isEqualTo("44");
        assertThat(entry.reason()).isEqualTo("hàng giả");
        assertThat(entry.details().path("before").asString()).isEqualTo("OPEN");
    }

    @Test
    void ownAffairsAreNotOnBehalf() {
        var shop = UUID.randomUUID();
        var owner =
                new Caller(UUID.randomUUID(), false, Set.of(Membership.owner(Membership.Kind.SHOP, shop.toString())));
        audit.record(owner, Act.of("shop.renamed", Act.Owner.shop(shop)).on(shop))
                .block();

        assertThat(only(shop.toString()).onBehalf()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account.audit_log set reason = 'x'",
                "delete from account.audit_log",
                "truncate account.audit_log"
            })
    void nothingIsEverChanged(String sql) {
        assertThatThrownBy(() -> database.sql(sql).then().block()).hasMessageContaining("never changed");
    }
}
