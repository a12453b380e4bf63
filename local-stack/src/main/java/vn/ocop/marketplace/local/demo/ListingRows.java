package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Listings with their variants, prices, certificates and pictures on their way into the database. */
final class ListingRows {

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int CERTIFICATE_MONTHS = 36;

    private final CopyTable certificates;
    private final CopyTable listings;
    private final CopyTable variants;
    private final CopyTable prices;
    private final CopyTable pictures;
    private final Care care = new Care();
    private final Dice dice;
    private final Instant now;
    private int added;

    ListingRows(Connection connection, Dice dice, Instant now) {
        this.certificates = new CopyTable(
                connection,
                "catalog.certificates",
                "id, shop_id, product_name, number, stars, decision_no, decision_date, issuer, issuing_level, valid_from, valid_to");
        this.listings = new CopyTable(
                connection,
                "listing.listings",
                "id, shop_id, slug, title_vi, title_en, description_vi, description_en, category_code, certificate_id,"
                        + " commune_code, province_code, status, attributes, sold_count, folded, demo, published_at,"
                        + " created_at, updated_at");
        this.variants = new CopyTable(
                connection,
                "listing.variants",
                "id, listing_id, name_vi, name_en, price, stock, weight_grams, position");
        this.prices = new CopyTable(connection, "listing.price_history", "variant_id, price, since");
        this.pictures = new CopyTable(
                connection, "listing.listing_pictures", "listing_id, position, picture_id, alt_vi, alt_en");
        this.dice = dice;
        this.now = now;
    }

    void add(Specialty specialty, List<PoolPicture> shown) throws SQLException {
        added++;
        var since = now.minus(Duration.ofHours(dice.between(30, 400 * 24)));
        listings.add(
                specialty.id(),
                specialty.maker().shopId(),
                specialty.slug(),
                specialty.titleVi(),
                specialty.titleEn(),
                specialty.descriptionVi(),
                Prose.descriptionEn(specialty),
                specialty.category(),
                certificate(specialty),
                specialty.place().code(),
                specialty.place().provinceCode(),
                "ON_SALE",
                care.attributes(specialty),
                dice.fewAreLarge(specialty.stars() * 700),
                folded(specialty),
                true,
                since,
                since,
                since);
        addVariants(specialty, since);
        for (int position = 0; position < shown.size(); position++) {
            var picture = shown.get(position);
            pictures.add(specialty.id(), position, picture.id(), picture.altVi(), picture.altEn());
        }
        if (listings.isFull()) {
            send();
        }
    }

    private void addVariants(Specialty specialty, Instant since) {
        var sizes = specialty.size().family(!dice.oneIn(3), !dice.oneIn(3));
        var soldOut = dice.oneIn(40);
        for (int position = 0; position < sizes.size(); position++) {
            var size = sizes.get(position);
            var id = dice.id();
            var stock = soldOut || position > 0 && dice.oneIn(25) ? 0 : dice.between(8, 240);
            variants.add(
                    id,
                    specialty.id(),
                    size.nameVi(),
                    size.nameEn(),
                    size.price(),
                    stock,
                    size.weightGrams(),
                    position);
            prices.add(id, size.price(), since);
        }
    }

    /** Numbers are made up and say so; every thirtieth certificate has run out, so its stars do not show. */
    private @Nullable UUID certificate(Specialty specialty) {
        if (specialty.stars() == 0) {
            return null;
        }
        var id = dice.id();
        var today = LocalDate.ofInstant(now, VIET_NAM);
        var from = today.minusMonths(dice.oneIn(30) ? dice.between(37, 48) : dice.between(1, 33));
        var ministry = specialty.stars() == 5;
        var place = specialty.place();
        certificates.add(
                id,
                specialty.maker().shopId(),
                specialty.titleVi(),
                "MẪU-%s-%d-%05d".formatted(place.provinceCode(), from.getYear(), added),
                specialty.stars(),
                "%d/QĐ-%s (mẫu)".formatted(dice.between(100, 3900), ministry ? "BNNMT" : "UBND"),
                from,
                ministry ? "Bộ Nông nghiệp và Môi trường" : "UBND " + place.provinceKind() + " " + place.provinceName(),
                ministry ? "MINISTRY" : "PROVINCE",
                from,
                from.plusMonths(CERTIFICATE_MONTHS));
        return id;
    }

    private static String folded(Specialty specialty) {
        return VietnameseText.fold(String.join(
                " ",
                specialty.titleVi(),
                specialty.titleEn(),
                specialty.maker().name(),
                specialty.place().name(),
                specialty.place().provinceName()));
    }

    void send() throws SQLException {
        certificates.send();
        listings.send();
        variants.send();
        prices.send();
        pictures.send();
    }
}
