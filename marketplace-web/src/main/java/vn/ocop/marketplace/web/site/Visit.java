package vn.ocop.marketplace.web.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.assets.Assets;
import vn.ocop.marketplace.web.text.Language;
import vn.ocop.marketplace.web.text.Moments;
import vn.ocop.marketplace.web.text.Texts;
import vn.ocop.marketplace.web.text.Vnd;

/**
 * One request, as controllers and templates see it: its language and address, and words, sums and links in that
 * language.
 *
 * <p>{@code path} is without the language prefix; {@code token} is the visitor's session at the API, which public pages
 * must not use. {@code adult} is true once the visitor has said to be of age.
 */
public record Visit(
        Language language,
        String path,
        @Nullable String query,
        @Nullable String token,
        boolean adult,
        Tools tools) {

    /** What all visits share. */
    public record Tools(Texts texts, Assets assets, SiteSettings settings, Clock clock) {}

    /** The text of a key in the visitor's language. */
    public String t(String key, Object... arguments) {
        return tools.texts().text(language, key, arguments);
    }

    /** The text of a key for one or several things. */
    public String n(String key, long count) {
        return tools.texts().count(language, key, count);
    }

    /** The text of a key that may not exist, such as one made from a code of the API. */
    public String tOr(String key, String otherwise) {
        return tools.texts().has(language, key) ? t(key) : otherwise;
    }

    /** A page of the site in the visitor's language, from its Vietnamese path. */
    public String link(String to) {
        return language.link(to);
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        return language.other().link(path) + queryPart();
    }

    /** This page's own address, with its query. */
    public String here() {
        return language.link(path) + queryPart();
    }

    public String asset(String name) {
        return tools.assets().href(name);
    }

    /** The public address of a path, for search engines and shared links. */
    public String absolute(String to) {
        return tools.settings().absolute(to);
    }

    public String vnd(long amount) {
        return Vnd.format(amount);
    }

    public String number(long number) {
        return Vnd.grouped(number);
    }

    public String date(LocalDate date) {
        return Moments.date(date);
    }

    public String date(Instant instant) {
        return Moments.date(instant);
    }

    /** From when to when; whole days by their dates alone, the last of them included. */
    public String span(Instant from, Instant to) {
        return Moments.isMidnight(from) && Moments.isMidnight(to)
                ? t("span.days", Moments.date(from), Moments.date(to.minusSeconds(1)))
                : t("span.moments", Moments.dateTime(from), Moments.dateTime(to));
    }

    public String dateTime(Instant instant) {
        return Moments.dateTime(instant);
    }

    /** How long until a deadline, in words. */
    public String remaining(Instant deadline) {
        return Moments.remaining(tools.texts(), language, Duration.between(now(), deadline));
    }

    public Instant now() {
        return tools.clock().instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), Moments.ZONE);
    }

    public boolean english() {
        return language == Language.EN;
    }

    /** Asks the API as this visitor; only for pages that are nobody else's. */
    public Caller caller() {
        return new Caller(language, token);
    }

    /** Asks the API as anyone; for pages that are the same for all. */
    public Caller anyone() {
        return Caller.anyone(language);
    }

    private String queryPart() {
        return query == null || query.isEmpty() ? "" : "?" + query;
    }
}
