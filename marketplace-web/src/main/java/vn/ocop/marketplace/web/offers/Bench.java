package vn.ocop.marketplace.web.offers;

import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Where somebody runs programmes: a province's desk or the platform's.
 *
 * @param scope {@code *} or the province's code
 * @param path of the desk, without the province
 */
public record Bench(String scope, String name, String path) {

    static final String PROVINCE = "/ban-tinh/chuong-trinh";
    static final String PLATFORM = "/quan-tri/chuong-trinh";

    static String kind(String path) {
        return path.contains(PLATFORM) ? "PLATFORM" : "PROVINCE";
    }

    static Bench of(Person.Membership place) {
        return place.kind().equals("PLATFORM")
                ? new Bench("*", place.name(), PLATFORM)
                : new Bench(place.scope(), place.name(), PROVINCE);
    }

    public boolean platform() {
        return scope.equals("*");
    }

    /** The key of what it is called. */
    public String title() {
        return platform() ? "offers.desk.platform" : "offers.desk";
    }

    /** An address of the desk, with more of a query. */
    public String at(Visit visit, String further, String query) {
        var place = platform() ? "" : "tinh=" + scope;
        var both = place + (place.isEmpty() || query.isEmpty() ? "" : "&") + query;
        return visit.link(path + further + (both.isEmpty() ? "" : "?" + both));
    }

    public String at(Visit visit, String further) {
        return at(visit, further, "");
    }

    /** Without the language, for being sent on. */
    String onTo(String query) {
        return onTo("", query);
    }

    String onTo(String further, String query) {
        return path + further + "?" + query + (platform() ? "" : "&tinh=" + scope.replaceAll("[^0-9A-Za-z-]", ""));
    }
}
