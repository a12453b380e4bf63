package vn.ocop.marketplace.payment.campaign;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** Turns rows into offers. An offer counts at most as long as its programme. */
@Component
class OfferRows {

    /** Offer {@code o} with its campaign {@code c} and programme {@code p}. */
    static final String COLUMNS = """
            o.id, o.code, o.name_vi, o.name_en, o.terms_vi, o.terms_en, o.kind, o.layer, o.exclusive, o.value, o.buy_pieces,
            o.get_pieces, o.min_spend, o.cap, o.shop_id, o.listings, o.gifts, o.categories, o.shops, o.provinces,
            o.stars_from, o.carriers, o.methods, o.audience, o.to_provinces, o.to_communes, o.first_by_method, o.assisted,
            greatest(o.starts_at, p.starts_at) as starts_at, least(o.ends_at, p.ends_at) as ends_at, o.peak_only,
            p.peak_from, p.peak_to, o.from_minute, o.to_minute, o.per_person, o.per_line, o.total_count, o.budget,
            o.voucher, o.priority, o.version, o.status, o.refusal, coalesce(o.published_at, o.created_at) as published_at,
            p.code as programme_code, p.name_vi as programme_vi, p.name_en as programme_en, p.starts_at as programme_start,
            c.code as campaign_code, c.name_vi as campaign_vi, c.name_en as campaign_en, c.owner_kind, c.owner_scope,
            c.organiser,
            (select jsonb_agg(jsonb_build_object('kind', f.kind, 'scope', f.scope, 'shareBp', f.share_bp) order by f.position)
               from campaign.funders f where f.offer_id = o.id) as funders
            """;

    static final String FROM = """
             from campaign.offers o
             join campaign.campaigns c on c.id = o.campaign_id
             join campaign.programmes p on p.id = c.programme_id
            """;

    private final JsonMapper json;

    OfferRows(JsonMapper json) {
        this.json = json;
    }

    Offer offer(Readable row) {
        return new Offer(
                Rows.get(row, "id", UUID.class),
                text(row, "code"),
                words(row, "name"),
                words(row, "terms"),
                Offer.Kind.valueOf(text(row, "kind")),
                Offer.Layer.valueOf(text(row, "layer")),
                flag(row, "exclusive"),
                worth(row),
                target(row),
                audience(row),
                window(row),
                limits(row),
                funders(row),
                row.get("voucher", String.class),
                number(row, "priority"),
                origin(row),
                Rows.get(row, "version", Long.class));
    }

    private static Offer.Worth worth(Readable row) {
        return new Offer.Worth(
                Rows.get(row, "value", Long.class),
                number(row, "buy_pieces"),
                number(row, "get_pieces"),
                Vnd.of(Rows.get(row, "min_spend", Long.class)),
                vnd(row, "cap"));
    }

    private static Offer.Target target(Readable row) {
        return new Offer.Target(
                row.get("shop_id", UUID.class),
                ids(row, "listings"),
                ids(row, "gifts"),
                texts(row, "categories"),
                ids(row, "shops"),
                texts(row, "provinces"),
                Rows.get(row, "stars_from", Short.class),
                texts(row, "carriers"),
                texts(row, "methods"));
    }

    private static Offer.Audience audience(Readable row) {
        return new Offer.Audience(
                Offer.Audience.People.valueOf(text(row, "audience")),
                texts(row, "to_provinces"),
                texts(row, "to_communes"),
                flag(row, "first_by_method"),
                flag(row, "assisted"));
    }

    private static Offer.Window window(Readable row) {
        return new Offer.Window(
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                flag(row, "peak_only"),
                row.get("peak_from", Instant.class),
                row.get("peak_to", Instant.class),
                number(row, "from_minute"),
                number(row, "to_minute"));
    }

    private static Offer.Limits limits(Readable row) {
        return new Offer.Limits(
                row.get("per_person", Integer.class),
                row.get("per_line", Integer.class),
                row.get("total_count", Integer.class),
                vnd(row, "budget"));
    }

    private List<Funder> funders(Readable row) {
        return Arrays.asList(json.readValue(Rows.get(row, "funders", Json.class).asArray(), Funder[].class));
    }

    private static Offer.Origin origin(Readable row) {
        return new Offer.Origin(
                text(row, "programme_code"),
                words(row, "programme"),
                Rows.get(row, "programme_start", Instant.class),
                text(row, "campaign_code"),
                words(row, "campaign"),
                text(row, "owner_kind"),
                text(row, "owner_scope"),
                text(row, "organiser"),
                Rows.get(row, "published_at", Instant.class));
    }

    static LocalizedText words(Readable row, String column) {
        return new LocalizedText(text(row, column + "_vi"), text(row, column + "_en"));
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }

    private static boolean flag(Readable row, String column) {
        return Rows.get(row, column, Boolean.class);
    }

    private static int number(Readable row, String column) {
        return Rows.get(row, column, Integer.class);
    }

    private static @Nullable Vnd vnd(Readable row, String column) {
        var dong = row.get(column, Long.class);
        return dong == null ? null : Vnd.of(dong);
    }

    private static Set<UUID> ids(Readable row, String column) {
        return Set.of(Rows.get(row, column, UUID[].class));
    }

    private static Set<String> texts(Readable row, String column) {
        return Set.of(Rows.get(row, column, String[].class));
    }
}
