package vn.ocop.marketplace.web.money;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Option;

/**
 * A shop's money as cash at a post office.
 *
 * @param point where it is paid so; null where its bank is
 * @param waiting what waits there
 * @param offices where it could be
 */
public record SellerCash(@Nullable Point point, List<Waiting> waiting, List<Office> offices) {

    /** At which office, and who fetches it. */
    public record Point(String office, String officeName, String recipient, String hint, Instant usableFrom) {}

    /** A post office. */
    public record Office(String code, String name) {}

    /** Cash at a counter, with what to say there. */
    public record Waiting(
            String id,
            String code,
            long amount,
            String officeName,
            String recipient,
            String secret,
            boolean locked,
            Instant until) {

        /** As people read it out: {@code 0123 4567}. */
        public String spoken() {
            return secret.replaceAll("(\\d{4})(?=\\d)", "$1 ");
        }
    }

    /** The offices, the chosen one or the nearest first of them. */
    public List<Option> options() {
        var chosen = point == null ? null : point.office();
        return offices.stream()
                .map(office ->
                        new Option(office.code(), office.name(), office.code().equals(chosen)))
                .toList();
    }
}
