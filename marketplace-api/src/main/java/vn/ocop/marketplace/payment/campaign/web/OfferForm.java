package vn.ocop.marketplace.payment.campaign.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.payment.campaign.Funder;
import vn.ocop.marketplace.payment.campaign.Offer;
import vn.ocop.marketplace.payment.campaign.OfferDraft;
import vn.ocop.marketplace.payment.campaign.OrganiserDesk;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;

/** An offer as organisers and shops send it; what is left out does not narrow and does not limit. */
record OfferForm(
        @NotNull UUID campaignId,
        @NotBlank @Pattern(regexp = "[a-z0-9-]{3,80}") String code,
        @NotBlank @Size(min = 3, max = 150) String name,
        @Nullable @Size(max = 150) String nameEn,
        @Nullable @Size(max = 2000) String terms,
        @Nullable @Size(max = 2000) String termsEn,
        @NotNull Offer.Kind kind,
        @NotNull Offer.Layer stackingClass,
        @Nullable Boolean exclusive,
        @Nullable @Min(0) @Max(1_000_000_000) Long value,
        @Nullable @Min(0) @Max(100) Integer buyPieces,
        @Nullable @Min(0) @Max(100) Integer getPieces,
        @Nullable @Min(0) Long minSpend,
        @Nullable @Min(1) Long cap,
        @Nullable UUID shopId,
        @Nullable @Size(max = 200) List<UUID> listings,
        @Nullable @Size(max = 20) List<UUID> gifts,
        @Nullable @Size(max = 50) List<String> categories,
        @Nullable @Size(max = 500) List<UUID> shops,
        @Nullable @Size(max = 40) List<String> provinces,
        @Nullable @Min(0) @Max(5) Integer starsFrom,
        @Nullable @Size(max = 20) List<String> carriers,
        @Nullable @Size(max = 10) List<String> paymentMethods,
        Offer.Audience.@Nullable People audience,
        @Nullable @Size(max = 40) Set<String> toProvinces,
        @Nullable @Size(max = 500) Set<String> toCommunes,
        @Nullable Boolean firstWithPaymentMethod,
        @Nullable Boolean assistedByTeam,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @Nullable Boolean peakOnly,

        @Nullable @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String dailyFrom,

        @Nullable @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
        String dailyTo,

        @Nullable @Min(1) @Max(1000) Integer perPerson,
        @Nullable @Min(1) @Max(1000) Integer perLine,
        @Nullable @Min(1) @Max(10_000_000) Integer total,
        @Nullable @Min(1) Long budget,
        @Nullable @Size(max = 6) List<@Valid FunderForm> funders,
        @Nullable @Pattern(regexp = "[A-Z0-9]{4,24}") String voucher,
        @Nullable Integer priority) {

    record FunderForm(
            @NotNull Funder.Kind kind,
            @Nullable @Size(max = 30) String scope,
            @Min(1) @Max(10_000) int shareBp) {

        Funder funder() {
            return new Funder(kind, Objects.requireNonNullElse(scope, ""), shareBp);
        }
    }

    /** An organiser's: of one shop's goods or of any's, borne as it says. */
    OfferDraft draft() {
        return draft(shopId, list(funders).stream().map(FunderForm::funder).toList());
    }

    /** A shop's: of its own goods and at its own cost. */
    OfferDraft ofShop(UUID shop) {
        return draft(shop, List.of(new Funder(Funder.Kind.SELLER, "", 10_000)));
    }

    private OfferDraft draft(@Nullable UUID shop, List<Funder> borneBy) {
        return new OfferDraft(
                code,
                new LocalizedText(name, text(nameEn)),
                new LocalizedText(text(terms), text(termsEn)),
                kind,
                stackingClass,
                yes(exclusive),
                value == null ? 0 : value,
                number(buyPieces),
                number(getPieces),
                minSpend == null ? 0 : minSpend,
                cap,
                shop,
                list(listings),
                list(gifts),
                list(categories),
                list(shops),
                list(provinces),
                number(starsFrom),
                list(carriers),
                list(paymentMethods),
                new Offer.Audience(
                        Objects.requireNonNullElse(audience, Offer.Audience.People.ALL),
                        Objects.requireNonNullElse(toProvinces, Set.of()),
                        Objects.requireNonNullElse(toCommunes, Set.of()),
                        yes(firstWithPaymentMethod),
                        yes(assistedByTeam)),
                startsAt,
                endsAt,
                yes(peakOnly),
                minute(dailyFrom),
                minute(dailyTo),
                new Offer.Limits(perPerson, perLine, total, budget == null ? null : Vnd.of(budget)),
                borneBy,
                voucher,
                number(priority));
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static boolean yes(@Nullable Boolean given) {
        return given != null && given;
    }

    private static int number(@Nullable Integer given) {
        return given == null ? 0 : given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static int minute(@Nullable String time) {
        return time == null ? -1 : Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    record Decisions(
            @NotEmpty @Size(max = 200) List<UUID> offers,
            OrganiserDesk.@NotNull Verdict verdict,
            @Nullable @Size(max = 500) String reason) {}
}
