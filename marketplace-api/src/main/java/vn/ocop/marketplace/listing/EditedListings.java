package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** Reads a listing with everything its editor needs from one row: variants, pictures and wishes come as JSON. */
@Component
class EditedListings {

    private static final String ROWS = """
            select l.id, l.shop_id, l.slug, l.status, l.revision, l.title_vi, l.title_en, l.description_vi,
                   l.description_en, l.category_code, l.attributes::text as attributes, l.certificate_id,
                   l.published_at is not null as published,
                   %s as approved_of_shop,
                   (select r.wanted::text
                      from listing.change_requests r
                     where r.listing_id = l.id
                       and r.status = 'OPEN') as wanted,
                   (select json_agg(json_build_object(
                               'id', v.id, 'nameVi', v.name_vi, 'nameEn', v.name_en, 'price', v.price, 'stock', v.stock,
                               'weight', v.weight_grams, 'length', v.length_mm, 'width', v.width_mm,
                               'height', v.height_mm) order by v.position, v.id)
                      from listing.variants v
                     where v.listing_id = l.id
                       and v.removed_at is null)::text as variants,
                   (select json_agg(json_build_object('id', p.picture_id, 'alt', p.alt_vi, 'altEn', p.alt_en)
                                    order by p.position)
                      from listing.listing_pictures p
                     where p.listing_id = l.id)::text as pictures
              from listing.listings l
            """;

    static final String SELECT = ROWS.formatted("""
            (select count(*) from listing.listings o where o.shop_id = l.shop_id and o.published_at is not null)""");

    /** For many of one shop, of which that count would be made again and again. */
    static final String SELECT_WITHOUT_SHOP = ROWS.formatted("0::bigint");

    private final JsonMapper json;

    EditedListings(JsonMapper json) {
        this.json = json;
    }

    EditedListing listing(Readable row) {
        var wanted = row.get("wanted", String.class);
        return new EditedListing(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                text(row, "slug"),
                ListingStatus.valueOf(text(row, "status")),
                Rows.get(row, "revision", Long.class),
                new LocalizedText(text(row, "title_vi"), text(row, "title_en")),
                new LocalizedText(text(row, "description_vi"), text(row, "description_en")),
                text(row, "category_code"),
                attributes(text(row, "attributes")),
                row.get("certificate_id", UUID.class),
                pictures(row.get("pictures", String.class)),
                variants(row.get("variants", String.class)),
                Rows.get(row, "published", Boolean.class),
                Rows.get(row, "approved_of_shop", Long.class),
                wanted == null ? null : json.readValue(wanted, RiskyChange.class));
    }

    private record VariantRow(
            UUID id,
            String nameVi,
            String nameEn,
            long price,
            int stock,
            int weight,
            @Nullable Integer length,
            @Nullable Integer width,
            @Nullable Integer height) {

        EditedListing.Choice choice() {
            var size = length == null || width == null || height == null
                    ? null
                    : new ListingChange.Size(length, width, height);
            return new EditedListing.Choice(id, new LocalizedText(nameVi, nameEn), price, stock, weight, size);
        }
    }

    private List<EditedListing.Choice> variants(@Nullable String rows) {
        return rows == null
                ? List.of()
                : Arrays.stream(json.readValue(rows, VariantRow[].class))
                        .map(VariantRow::choice)
                        .toList();
    }

    private List<ShownPicture> pictures(@Nullable String rows) {
        return rows == null ? List.of() : List.of(json.readValue(rows, ShownPicture[].class));
    }

    /** A value is either the same in both languages or an object with one text for each. */
    Map<String, LocalizedText> attributes(String stored) {
        var attributes = new LinkedHashMap<String, LocalizedText>();
        var given = json.readTree(stored);
        for (var known : ListingAttribute.values()) {
            var value = given.get(known.code());
            if (value != null) {
                attributes.put(known.code(), localized(value));
            }
        }
        return attributes;
    }

    private static LocalizedText localized(JsonNode value) {
        return value.isObject()
                ? new LocalizedText(
                        value.path("vi").asString(""), value.path("en").asString(""))
                : new LocalizedText(value.asString(), "");
    }

    /** The other way round. */
    String attributes(EditedListing listing) {
        var stored = new LinkedHashMap<String, Object>();
        listing.attributes()
                .forEach((code, value) -> stored.put(
                        code, value.en().isEmpty() ? value.vi() : Map.of("vi", value.vi(), "en", value.en())));
        return json.writeValueAsString(stored);
    }

    String wanted(RiskyChange wanted) {
        return json.writeValueAsString(wanted);
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
