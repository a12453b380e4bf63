package vn.ocop.marketplace.payment.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;

class EntitlementTest {

    private static final Instant START = Instant.parse("2026-09-30T17:00:00Z");
    private static final Instant END = Instant.parse("2026-10-31T17:00:00Z");
    private static final Instant NOW = Instant.parse("2026-10-10T03:00:00Z");
    private static final Offer.Window MONTH = new Offer.Window(START, END, false, null, null, -1, -1);
    private static final UUID ID = UUID.randomUUID();

    private static Offer offer(Offer.Audience audience, Offer.Window window, @Nullable Integer perPerson) {
        var name = new LocalizedText("Ưu đãi", "Offer");
        return new Offer(
                ID,
                "offer",
                name,
                name,
                Offer.Kind.PERCENT,
                Offer.Layer.ITEM,
                false,
                new Offer.Worth(1_000, 0, 0, Vnd.ZERO, null),
                new Offer.Target(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), 0, Set.of(), Set.of()),
                audience,
                window,
                new Offer.Limits(perPerson, null, null, null),
                List.of(new Funder(Funder.Kind.PLATFORM, "", 10_000)),
                null,
                0,
                new Offer.Origin("thang-10", name, START, "chung", name, "PLATFORM", "*", "Sàn", START),
                0);
    }

    private static Offer forPeople(Offer.Audience.People people) {
        return offer(new Offer.Audience(people, Set.of(), Set.of(), false, false), MONTH, null);
    }

    private static Shopper shopper(boolean known, Map<String, Instant> completed) {
        return new Shopper(
                known, completed, Map.of(), Set.of(), new Shopper.Place("44", "19333"), null, "BANK_TRANSFER");
    }

    private static @Nullable Reason refusal(Offer offer, Shopper shopper) {
        return Entitlement.refusal(offer, shopper, NOW);
    }

    @Test
    void whoeverIsNotKnownIsNeitherNewNorExisting() {
        for (var people : List.of(Offer.Audience.People.NEW, Offer.Audience.People.EXISTING)) {
            assertThat(refusal(forPeople(people), shopper(false, Map.of()))).isEqualTo(Reason.PHONE_NOT_VERIFIED);
        }
        assertThat(refusal(forPeople(Offer.Audience.People.ALL), Shopper.ANYONE))
                .isNull();
    }

    @Test
    void newMeansNothingCompletedBeforeTheProgrammeBegan() {
        var never = shopper(true, Map.of());
        var during = shopper(true, Map.of("CARD", START));
        var before = shopper(true, Map.of("CARD", START.minusSeconds(1)));

        var forNew = forPeople(Offer.Audience.People.NEW);
        var forExisting = forPeople(Offer.Audience.People.EXISTING);

        assertThat(refusal(forNew, never)).isNull();
        assertThat(refusal(forNew, during)).isNull();
        assertThat(refusal(forNew, before)).isEqualTo(Reason.NEW_CONSUMERS_ONLY);
        assertThat(refusal(forExisting, never)).isEqualTo(Reason.EXISTING_CONSUMERS_ONLY);
        assertThat(refusal(forExisting, during)).isEqualTo(Reason.EXISTING_CONSUMERS_ONLY);
        assertThat(refusal(forExisting, before)).isNull();
    }

    @Test
    void windowsOpenAndCloseToTheSecond() {
        assertThat(MONTH.contains(START.minusNanos(1))).isFalse();
        assertThat(MONTH.contains(START)).isTrue();
        assertThat(MONTH.contains(END.minusNanos(1))).isTrue();
        assertThat(MONTH.contains(END)).isFalse();
    }

    @Test
    void slotsFollowTheHoursOfVietNamAndThePeakItsDays() {
        var noon = new Offer.Window(START, END, true, START, START.plusSeconds(10 * 86_400), 12 * 60, 14 * 60);

        assertThat(noon.contains(Instant.parse("2026-10-05T04:59:59Z"))).isFalse();
        assertThat(noon.contains(Instant.parse("2026-10-05T05:00:00Z"))).isTrue();
        assertThat(noon.contains(Instant.parse("2026-10-05T06:59:59Z"))).isTrue();
        assertThat(noon.contains(Instant.parse("2026-10-05T07:00:00Z"))).isFalse();
        assertThat(noon.contains(Instant.parse("2026-10-15T05:30:00Z"))).isFalse();
    }

    @Test
    void aTurnIsGoneForThePersonWhoHadIt() {
        var once = offer(new Offer.Audience(Offer.Audience.People.ALL, Set.of(), Set.of(), false, false), MONTH, 1);
        var used = new Shopper(true, Map.of(), Map.of(ID, 1), Set.of(), Shopper.Place.UNKNOWN, null, null);

        assertThat(refusal(once, used)).isEqualTo(Reason.USED_BEFORE);
        assertThat(refusal(once, shopper(true, Map.of()))).isNull();
        assertThat(refusal(once, Shopper.ANYONE)).isEqualTo(Reason.PHONE_NOT_VERIFIED);
    }

    @Test
    void placeTeamAndMethodHaveToBeSaid() {
        var here = new Offer.Audience(Offer.Audience.People.ALL, Set.of("44"), Set.of(), false, false);
        var helped = new Offer.Audience(Offer.Audience.People.ALL, Set.of(), Set.of(), false, true);
        var first = new Offer.Audience(Offer.Audience.People.ALL, Set.of(), Set.of(), true, false);
        var known = shopper(true, Map.of());

        assertThat(refusal(offer(here, MONTH, null), known)).isNull();
        assertThat(refusal(offer(here, MONTH, null), Shopper.ANYONE)).isEqualTo(Reason.OTHER_PLACE);
        assertThat(refusal(offer(helped, MONTH, null), known)).isEqualTo(Reason.TEAM_NEEDED);
        assertThat(refusal(offer(first, MONTH, null), known)).isNull();
        assertThat(refusal(offer(first, MONTH, null), shopper(true, Map.of("BANK_TRANSFER", START))))
                .isEqualTo(Reason.NOT_FIRST_BY_METHOD);
    }
}
