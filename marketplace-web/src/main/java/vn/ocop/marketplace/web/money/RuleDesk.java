package vn.ocop.marketplace.web.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Visit;

/** The dated rules of money at the API: fees, tax rates, ways to pay, deadlines of returns. */
@Component
public class RuleDesk {

    /** What kinds of rules there are, with where the API keeps them. */
    static final Map<String, String> KINDS = Map.of(
            "phi", "commission-rules",
            "thue-suat", "tax-rates",
            "cach-tra", "payment-method-rules",
            "han", "return-deadlines",
            "duong-tien", "settlement-rules");

    private final MarketplaceApi api;

    RuleDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** A commission rule. */
    public record Fee(
            String id,
            int place,
            @Nullable String category,
            @Nullable String shop,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            int percentBp,
            int vatBp,
            String note) {}

    /** A rate of withholding, with how sure we are of it. */
    public record Rate(
            String id,
            String seller,
            String activity,
            int vatBp,
            int pitBp,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String legalRef,
            String certainty) {}

    /** When a way to pay is not offered. */
    public record Method(
            String id,
            String method,
            @Nullable Long over,
            @Nullable String province,
            @Nullable String shop,
            @Nullable Integer fewerPurchases,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String note) {}

    /** How long a step of a return may take. */
    public record Deadline(
            String id,
            String step,
            @Nullable String category,
            int hours,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String reference) {}

    /** Which way a shop's money goes from a day on. */
    public record Settling(
            String id, String shop, String shopName, String method, String way, LocalDate validFrom, String note) {}

    /** All of them. */
    public record All(
            List<Fee> fees,
            List<Rate> rates,
            List<Method> methods,
            List<Deadline> deadlines,
            List<Settling> settling) {}

    Mono<All> all(Visit visit) {
        return Mono.zip(
                        read(visit, "phi", new ParameterizedTypeReference<Items<Fee>>() {}),
                        read(visit, "thue-suat", new ParameterizedTypeReference<Items<Rate>>() {}),
                        read(visit, "cach-tra", new ParameterizedTypeReference<Items<Method>>() {}),
                        read(visit, "han", new ParameterizedTypeReference<Items<Deadline>>() {}),
                        read(visit, "duong-tien", new ParameterizedTypeReference<Items<Settling>>() {}))
                .map(read -> new All(read.getT1(), read.getT2(), read.getT3(), read.getT4(), read.getT5()));
    }

    private <T> Mono<List<T>> read(Visit visit, String kind, ParameterizedTypeReference<Items<T>> type) {
        return api.get(visit.caller(), at(kind), type).map(Items::items);
    }

    private static ApiAddress at(String kind) {
        return ApiAddress.of("/api/v1/" + KINDS.getOrDefault(kind, "commission-rules"));
    }

    Mono<Void> end(Visit visit, String kind, String id, LocalDate lastDay) {
        return api.post(visit.caller(), at(kind).segment(id).segment("end"), Map.of("lastDay", lastDay), Object.class)
                .then();
    }

    /** Under the form's own key: pressed twice it is one rule. */
    Mono<Void> add(Visit visit, String kind, Form form) {
        var rule = new HashMap<String, Object>();
        rule.put("validFrom", form.text("validFrom"));
        switch (kind) {
            case "phi" -> {
                rule.put("place", form.number("place", 0));
                rule.put("percentBp", basisPoints(form.text("percent")));
                rule.put("vatBp", basisPoints(form.text("vat")));
                rule.put("fixed", form.number("fixed", 0));
                texts(form, rule, "categoryCode", "shopId", "note");
            }
            case "thue-suat" -> {
                rule.put("vatBp", basisPoints(form.text("vat")));
                rule.put("pitBp", basisPoints(form.text("pit")));
                texts(form, rule, "seller", "activity", "legalRef", "certainty");
            }
            case "cach-tra" -> {
                numbers(form, rule, "over", "fewerPurchases");
                texts(form, rule, "method", "province", "shop", "note");
            }
            case "duong-tien" -> {
                rule.put("shop", lastPart(form.text("shop")));
                texts(form, rule, "method", "way", "note");
            }
            default -> {
                rule.put("hours", form.number("hours", 0));
                texts(form, rule, "step", "categoryCode", "reference", "certainty");
            }
        }
        return api.postOnce(visit.caller(), at(kind), form.text("key"), rule, Object.class)
                .then();
    }

    /** Of an address what names the page: {@code https://…/gian-hang/cua-tung?x=y} is {@code cua-tung}. */
    static String lastPart(String address) {
        var path = address.strip().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void texts(Form form, Map<String, Object> rule, String... fields) {
        for (var field : fields) {
            if (form.has(field)) {
                rule.put(field, form.text(field));
            }
        }
    }

    private static void numbers(Form form, Map<String, Object> rule, String... fields) {
        for (var field : fields) {
            if (form.has(field)) {
                rule.put(field, form.number(field, -1));
            }
        }
    }

    /** {@code 3,5} or {@code 3.5} percent; what is no such number is refused by the API as below zero. */
    static int basisPoints(String percent) {
        try {
            return new BigDecimal(percent.replace(',', '.'))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return -1;
        }
    }
}
