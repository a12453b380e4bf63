package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ocop.marketplace.platform.ProblemException;

class CallerTest {

    private static final String HERE = "here";

    private static Caller with(Membership... memberships) {
        return new Caller(UUID.randomUUID(), false, Set.of(memberships));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMayAnything(Permission permission) {
        assertThat(with().may(permission, HERE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void ownersMayEverythingOfTheirKindWhereTheyAre(Permission permission) {
        for (var kind : Membership.Kind.values()) {
            if (kind != Membership.Kind.PLATFORM) {
                var owner = with(Membership.owner(kind, HERE));

                assertThat(owner.may(permission, HERE)).as(kind.name()).isEqualTo(permission.kind() == kind);
                assertThat(owner.may(permission, "elsewhere")).as(kind.name()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void staffMayWhatIsNamedAndNothingElse(Permission named) {
        var staff = with(new Membership(named.kind(), HERE, false, Set.of(named)));

        if (named != Permission.PLATFORM_SUPPORT) {
            for (var permission : Permission.values()) {
                assertThat(staff.may(permission, HERE)).as(permission.name()).isEqualTo(permission == named);
            }
        }
    }

    @Test
    void aPermissionOfAnotherKindMeansNothing() {
        var odd = with(new Membership(Membership.Kind.SHOP, HERE, false, Set.of(Permission.PROVINCE_SHOPS)));

        assertThat(odd.may(Permission.PROVINCE_SHOPS, HERE)).isFalse();
    }

    @Test
    void supportWorksAnywhere() {
        var support = with(new Membership(Membership.Kind.PLATFORM, "*", false, Set.of(Permission.PLATFORM_SUPPORT)));

        assertThat(support.may(Permission.SHOP_LISTINGS, HERE)).isTrue();
        assertThat(support.scopes(Permission.SHOP_LISTINGS)).isEmpty();
        assertThat(support.belongsTo(Membership.Kind.SHOP, HERE)).isFalse();
    }

    @Test
    void otherAdministratorsDoNot() {
        var moneyOnly = with(new Membership(Membership.Kind.PLATFORM, "*", false, Set.of(Permission.PLATFORM_MONEY)));

        assertThat(moneyOnly.mayOnPlatform(Permission.PLATFORM_MONEY)).isTrue();
        assertThat(moneyOnly.may(Permission.SHOP_MONEY, HERE)).isFalse();
        assertThat(moneyOnly.worksFor(Membership.Kind.SHOP, HERE)).isFalse();
    }

    @Test
    void whatIsSomeoneElsesIsNotFound() {
        assertThatThrownBy(() -> with().mustBeAllowed(Permission.SHOP_STAFF, HERE, AccountProblem.NOT_ALLOWED))
                .isInstanceOf(ProblemException.class);
    }
}
