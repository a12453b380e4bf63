package vn.ocop.marketplace.search;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
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
            facets(writer, answer);
            var next = found.next();
            text(writer, "next", next == null ? null : next.encode());
            text(writer, "corrected", answer.corrected());
            text(writer, "widened", answer.widened() ? widened(answer.question()) : null);
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

    private String widened(ListingQuestion question) {
        Language language = question.language();
        return messages.getMessage("search.widened", new Object[] {question.text()}, language.locale());
    }
}
