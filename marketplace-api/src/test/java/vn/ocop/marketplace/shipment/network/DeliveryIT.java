package vn.ocop.marketplace.shipment.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** How parcels can come, what it costs, and that it stays so to the post's desk. */
class DeliveryIT extends Trading {

    private static final String DONG_HA = "19333";

    @Autowired
    DeliveryRates rates;

    @Autowired
    Territory territory;

    @Autowired
    Clock clock;

    private static ApiClient.Answer quote(Buyer buyer, Map<String, String> services) {
        return buyer.api().post("/api/v1/quotes", Map.of("communeCode", DONG_HA, "services", services));
    }

    @Test
    void theBuyerChoosesHowEachShopsParcelComes() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        buyer.put(offer.variants().getFirst(), 1);
        var shop = offer.shop().toString();

        var first = quote(buyer, Map.of());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().at("/shops/0/services").size()).isEqualTo(3);
        assertThat(first.text("/shops/0/services/0/code")).isEqualTo("standard");
        assertThat(first.body().at("/shops/0/services/0/chosen").asBoolean()).isTrue();

        var express = quote(buyer, Map.of(shop, "express"));
        assertThat(express.body().at("/deliveryTotal").asLong())
                .isEqualTo(first.body().at("/shops/0/services/1/fee").asLong())
                .isGreaterThan(first.body().at("/deliveryTotal").asLong());
        var unknown = quote(buyer, Map.of(shop, "by-drone"));
        assertThat(unknown.body().at("/deliveryTotal").asLong())
                .isEqualTo(first.body().at("/deliveryTotal").asLong());

        var order = buyer.api()
                .post("/api/v1/order-groups", Buyer.order(express.text("/id"), "CASH_ON_DELIVERY"))
                .text("/code");
        staff.worksFor("SHOP", shop).post("/api/v1/orders/" + order + "-1/confirmation", Map.of());
        var parcel = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE)
                .get("/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/parcels?q=" + order + "-1");
        assertThat(parcel.text("/items/0/service")).isEqualTo("express");
        assertThat(parcel.text("/items/0/dueOn")).isEqualTo(express.text("/shops/0/promisedOn"));
    }

    @Test
    void saysWhenTheWayIsDearBesideTheGoods() {
        var offer = shelf.offer(shelf.shop(), 60);
        var one = Buyer.guest();
        one.put(offer.variants().getFirst(), 1);
        shelf.run("update listing.variants set price = 20000 where listing_id = :id", offer.listing());

        assertThat(quote(one, Map.of()).body().at("/shops/0/deliveryDear").asBoolean())
                .isTrue();
        one.put(offer.variants().getFirst(), 20);
        assertThat(quote(one, Map.of()).body().at("/shops/0/deliveryDear").asBoolean())
                .isFalse();
    }

    /** Reports how fast parcels are priced on one core; far above what checkout asks for, so the bound is generous. */
    @Test
    void pricesManyParcelsASecond() {
        var tariff = Objects.requireNonNull(rates.tariffOf(clock.instant()).block());
        var communes = Objects.requireNonNull(database.sql("select code from territory.communes where valid_to is null")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .stream()
                .flatMap(code -> territory.commune(code).stream())
                .toArray(Commune[]::new);
        var random = new Random(9);
        var sizes = random.ints(1_000, 50, 20_000)
                .mapToObj(grams -> new ParcelSize(grams, grams * 5, Vnd.of(grams * 400L)))
                .toArray(ParcelSize[]::new);
        long priced = 0;
        long start = 0;
        int rounds = 300_000;
        for (int i = -100_000; i < rounds; i++) {
            if (i == 0) {
                start = System.nanoTime();
                priced = 0;
            }
            var offers = tariff.offers(
                    "44", communes[Math.floorMod(i * 31, communes.length)], sizes[Math.floorMod(i, 1_000)]);
            priced += offers.isEmpty() ? 0 : 1;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        LoggerFactory.getLogger(getClass())
                .info("{} parcels a second, three services each", Math.round(priced / seconds));

        assertThat(priced).isEqualTo(rounds);
        assertThat(priced / seconds).isGreaterThan(10_000);
    }
}
