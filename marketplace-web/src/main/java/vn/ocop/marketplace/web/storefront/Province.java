package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A province as a place to browse. */
public record Province(
        String code,
        String name,
        String kind,
        String slug,
        @Nullable List<String> formerNames,
        @Nullable String region) {

    public String path() {
        return "/tinh/" + slug;
    }

    /** The provinces it was made from, without its own name; empty when nothing changed. */
    public List<String> mergedFrom() {
        return formerNames == null
                ? List.of()
                : formerNames.stream().filter(former -> !former.equals(name)).toList();
    }
}
