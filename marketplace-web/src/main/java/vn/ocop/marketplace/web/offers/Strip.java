package vn.ocop.marketplace.web.offers;

import java.time.Instant;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The band that announces a programme on front pages.
 *
 * @param title empty while there is nothing to announce
 */
public record Strip(String title, String text, Instant until) {

    public static final Strip NONE = new Strip("", "", Instant.EPOCH);

    static Strip of(Visit visit, Programme programme) {
        var phase = programme.phase(visit.now());
        var day = phase.equals("coming")
                ? programme.startsAt()
                : programme.next(visit.now()).minusSeconds(1);
        return new Strip(
                programme.name(), visit.t("offers.strip." + phase, visit.date(day)), programme.next(visit.now()));
    }

    public boolean empty() {
        return title.isEmpty();
    }
}
