package vn.ocop.marketplace.web.offers;

import org.springframework.util.MultiValueMap;

/** What of a programme's offers to show; empty does not narrow. */
public record HubFilters(String programme, String province, String audience, String kind, boolean ended) {

    static HubFilters of(MultiValueMap<String, String> query) {
        return new HubFilters(
                text(query, "chuong-trinh"),
                text(query, "tinh"),
                text(query, "doi-tuong"),
                text(query, "loai"),
                query.containsKey("da-qua"));
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        var value = query.getFirst(name);
        return value == null || value.length() > 60 ? "" : value.strip();
    }

    HubFilters withEnded() {
        return new HubFilters(programme, province, audience, kind, true);
    }

    public boolean isEmpty() {
        return province.isEmpty() && audience.isEmpty() && kind.isEmpty() && !ended;
    }
}
