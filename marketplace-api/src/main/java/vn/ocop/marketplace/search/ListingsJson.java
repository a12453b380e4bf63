package vn.ocop.marketplace.search;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.search.FacetBuckets.Bucket;
import vn.ocop.marketplace.search.UnderstoodText.Kind;
import vn.ocop.marketplace.search.UnderstoodText.Part;
import vn.ocop.marketplace.searchcontract.DatedCard;

/** Writes answers as JSON. Cards come ready from where they were found; they are put in as they are. */
@Component
public class ListingsJson {

    private static final int TYPICAL_CARD = 1500;

    private final JsonMapper json;
    private final Categories categories;
    private final FacetBuckets buckets;
    private final MessageSource messages;
    private final Clock clock;

    ListingsJson(JsonMapper json, Categories categories, FacetBuckets buckets, MessageSource messages, Clock clock) {
        this.json = json;
        this.categories = categories;
        this.buckets = buckets;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] write(ListingSearch.Answer answer) {
        var found = answer.found();
        var bytes = new ByteArrayOutputStream(TYPICAL_CARD * (found.cards().size() + 4));
        try (var writer = json.createGenerator(bytes)) {
            writer.writeStartObject();
            cards(writer, "items", found.cards());
            writer.writeNumberProperty("total", found.total());
            writer.writeNumberProperty("matching", answer.matching());
            facets(writer, answer);
            var next = found.next();
            text(writer, "next", next == null ? null : next.encode());
            understood(writer, answer);
            text(writer, "redirect", answer.redirect());
            text(writer, "corrected", answer.text().corrected());
            text(writer, "widened", answer.widening() == Widening.NOTHING ? null : widened(answer));
            writer.writeStringProperty("source", answer.source().wireName());
            writer.writeEndObject();
        }
        return bytes.toByteArray();
    }

    byte[] write(Map<String, List<DatedCard>> lists) {
        var bytes = new ByteArrayOutputStream(TYPICAL_CARD * 16);
        try (var writer = json.createGenerator(bytes)) {
            writer.writeStartObject();
            lists.forEach((name, cards) -> cards(writer, name, cards));
            writer.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void cards(JsonGenerator writer, String name, List<DatedCard> cards) {
        var today = BusinessTime.today(clock);
        writer.writeArrayPropertyStart(name);
        for (var card : cards) {
            writer.writeRawValue(card.on(today, categories.ageRestricted(card.category(), today)));
        }
        writer.writeEndArray();
    }

    private void facets(JsonGenerator writer, ListingSearch.Answer answer) {
        writer.writeObjectPropertyStart("facets");
        buckets.of(answer.question(), answer.found().facets()).forEach((facet, values) -> {
            writer.writeArrayPropertyStart(facet.wireName());
            values.forEach(bucket -> bucket(writer, bucket));
            writer.writeEndArray();
        });
        writer.writeEndObject();
    }

    private static void bucket(JsonGenerator writer, Bucket bucket) {
        writer.writeStartObject();
        writer.writeStringProperty("value", bucket.value());
        writer.writeStringProperty("label", bucket.label());
        writer.writeNumberProperty("count", bucket.count());
        writer.writeBooleanProperty("selected", bucket.selected());
        writer.writeEndObject();
    }

    private static void text(JsonGenerator writer, String name, @Nullable String value) {
        if (value == null) {
            writer.writeNullProperty(name);
        } else {
            writer.writeStringProperty(name, value);
        }
    }

    /** The parts of the text, unless it is all one part: then there is nothing to take away. */
    private void understood(JsonGenerator writer, ListingSearch.Answer answer) {
        var parts = answer.text().parts();
        boolean several = parts.stream().anyMatch(part -> part.kind() != Kind.TEXT);
        writer.writeArrayPropertyStart("understood");
        for (var part : several ? parts : List.<Part>of()) {
            writer.writeStartObject();
            writer.writeStringProperty("kind", part.kind().wireName());
            writer.writeStringProperty("text", part.typed());
            writer.writeStringProperty("label", label(part, answer.question().language()));
            writer.writeStringProperty("without", part.without());
            writer.writeEndObject();
        }
        writer.writeEndArray();
    }

    private String label(Part part, Language language) {
        return switch (part.kind()) {
            case TEXT -> part.typed();
            case PLACE -> part.value();
            case GROUP ->
                categories
                        .find(part.value())
                        .map(category -> category.name().in(language))
                        .orElse(part.typed());
            case STARS ->
                messages.getMessage(
                        "search.facet.stars", new Object[] {part.value().replace(",", ", ")}, language.locale());
            case PRICE -> price(part.value().split("-", 2), language);
        };
    }

    private String price(String[] bounds, Language language) {
        var amounts = new ArrayList<String>();
        for (var bound : bounds) {
            if (!bound.isEmpty()) {
                amounts.add(String.format(language.locale(), "%,d", Long.parseLong(bound)));
            }
        }
        var code = bounds[0].isEmpty() ? "below" : bounds[1].isEmpty() ? "above" : "between";
        return messages.getMessage("search.understood.price-" + code, amounts.toArray(), language.locale());
    }

    private String widened(ListingSearch.Answer answer) {
        var question = answer.question();
        return messages.getMessage(
                answer.widening().message(),
                new Object[] {question.text()},
                question.language().locale());
    }
}
