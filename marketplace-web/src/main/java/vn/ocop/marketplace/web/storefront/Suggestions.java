package vn.ocop.marketplace.web.storefront;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the visitor may be about to type. */
public record Suggestions(
        @Nullable List<Suggestion> phrases,
        @Nullable List<Suggestion> products,
        @Nullable List<Suggestion> categories,
        @Nullable List<Suggestion> shops,
        @Nullable List<Suggestion> places) {

    static final Suggestions NONE = new Suggestions(null, null, null, null, null);

    /** One suggestion with the parts of it that match. */
    public record Suggestion(
            String text,
            @Nullable String slug,
            @Nullable String code,
            @Nullable List<Part> highlight) {

        /** The last part of the address; a phrase is searched for itself. */
        public String address() {
            return slug != null ? slug : code != null ? code : URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        public List<Part> parts() {
            return highlight == null || highlight.isEmpty() ? List.of(new Part(text, false)) : highlight;
        }
    }

    /** A piece of a suggestion. */
    public record Part(String text, boolean match) {}

    /** Suggestions of one kind under one heading. */
    public record Section(String heading, String path, List<Suggestion> items) {}
}
