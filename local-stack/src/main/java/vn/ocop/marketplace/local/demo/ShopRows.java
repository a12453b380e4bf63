package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Shops on their way into the database. */
final class ShopRows {

    private final CopyTable shops;
    private final Dice dice;
    private final Instant now;

    ShopRows(Connection connection, Dice dice, Instant now) {
        this.shops = new CopyTable(
                connection,
                "shop.shops",
                "id, slug, name, folded, legal_kind, status, story_vi, story_en, street, commune_code, province_code, demo, joined_at");
        this.dice = dice;
        this.now = now;
    }

    void add(Maker maker, List<Specialty> goods) throws SQLException {
        shops.add(
                maker.shopId(),
                maker.slug(),
                maker.name(),
                VietnameseText.fold(maker.name()),
                maker.legalKind(),
                "OPEN",
                Prose.storyVi(maker, goods, dice),
                Prose.storyEn(maker, goods),
                Prose.street(maker, dice),
                maker.place().code(),
                maker.place().provinceCode(),
                true,
                now.minus(Duration.ofDays(dice.between(420, 900))));
        if (shops.isFull()) {
            shops.send();
        }
    }

    void send() throws SQLException {
        shops.send();
    }
}
