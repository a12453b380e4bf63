package vn.ocop.marketplace.payment.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.payment.campaign.Offer;
import vn.ocop.marketplace.payment.campaign.OfferQueries;
import vn.ocop.marketplace.payment.campaign.web.PublicOffers.Feed;
import vn.ocop.marketplace.payment.campaign.web.PublicOffers.PublicOffer;
import vn.ocop.marketplace.payment.campaign.web.PublicOffers.PublicProgramme;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PublicReads;

@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Offers",
        description = "Programmes such as Digital Consumer Month and their offers, published for everyone")
class OfferController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final OfferQueries offers;
    private final JsonMapper json;
    private final Clock clock;
    private final String site;

    OfferController(OfferQueries offers, JsonMapper json, Clock clock, @Value("${marketplace.site-url}") String site) {
        this.offers = offers;
        this.json = json;
        this.clock = clock;
        this.site = site;
    }

    record Programmes(List<PublicProgramme> items) {}

    @GetMapping("/programmes")
    @Operation(summary = "Programmes that are open to the public, the newest first")
    Mono<ResponseEntity<Programmes>> programmes(Language language) {
        return offers.programmes()
                .map(programme -> PublicOffers.programme(programme, language))
                .collectList()
                .map(items -> PublicReads.live(new Programmes(items)));
    }

    @GetMapping("/programmes/{code}")
    @Operation(summary = "One programme")
    Mono<ResponseEntity<PublicProgramme>> programme(@PathVariable String code, Language language) {
        return offers.programme(code).map(programme -> PublicReads.live(PublicOffers.programme(programme, language)));
    }

    @GetMapping("/offers")
    @Operation(
            summary = "Published offers in the order in which they begin, with everything needed to reckon a price",
            description =
                    "Of each line the best offer of class ITEM applies, of each shop the best SHOP_VOUCHER on what is "
                            + "left, then the best PLATFORM_VOUCHER over whole shops' parts, of each delivery the best SHIPPING offer. "
                            + "Percentages are basis points, rounded down to whole đồng per piece; a piece costs at least 1000 đồng "
                            + "unless it is a gift.")
    Mono<ResponseEntity<Feed>> offers(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable @Size(max = 10) String province,
            @RequestParam(required = false) Offer.Audience.@Nullable People audience,
            @RequestParam(required = false) Offer.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable UUID listing,
            @Parameter(description = "Also those that are over") @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            Language language) {
        var wanted = new OfferQueries.Wanted(programme, province, audience, kind, listing, ended);
        return offers.offers(wanted, after, limit).map(page -> feed(page, language));
    }

    private ResponseEntity<Feed> feed(Page<OfferQueries.Published> page, Language language) {
        var shown = page.map(one -> PublicOffers.offer(one, language));
        return PublicReads.live(
                new Feed(PublicOffers.SCHEMA, second(), shown.items(), shown.next()),
                etag(shown.items(), shown.next()));
    }

    /** By the second, so that one moment is one answer. */
    private Instant second() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    private String etag(List<PublicOffer> items, @Nullable String next) {
        return '"'
                + DigestUtils.sha256Hex(json.writeValueAsString(items) + next).substring(0, 24)
                + '"';
    }

    @GetMapping("/offers/{code}")
    @Operation(summary = "One published offer by its code, also after its end")
    Mono<ResponseEntity<PublicOffer>> offer(@PathVariable String code, Language language) {
        return offers.offer(code)
                .map(found -> PublicOffers.offer(found, language))
                .map(shown -> PublicReads.live(shown, etag(List.of(shown), null)));
    }

    @GetMapping(value = "/offers.csv", produces = "text/csv")
    @Operation(summary = "Published offers as a table, those that are over included")
    Mono<ResponseEntity<String>> table(@RequestParam(required = false) @Nullable String programme, Language language) {
        return all(programme, true, language)
                .map(items -> ResponseEntity.ok()
                        .contentType(CSV)
                        .eTag(etag(items, null))
                        .body(OfferFiles.csv(items)));
    }

    @GetMapping(value = "/offers.atom", produces = "application/atom+xml")
    @Operation(summary = "Published offers as news")
    Mono<ResponseEntity<String>> news(@RequestParam(required = false) @Nullable String programme, Language language) {
        return all(programme, false, language)
                .map(items -> ResponseEntity.ok()
                        .contentType(ATOM)
                        .eTag(etag(items, null))
                        .body(OfferFiles.atom(items, site, title(items), second())));
    }

    private static String title(List<PublicOffer> items) {
        return items.isEmpty() ? "OCOP" : items.getFirst().programme().name();
    }

    /** The most that a file holds; larger programmes are read page by page. */
    private static final int MOST = 2_000;

    private Mono<List<PublicOffer>> all(@Nullable String programme, boolean ended, Language language) {
        var wanted = new OfferQueries.Wanted(programme, null, null, null, null, ended);
        return offers.offers(wanted, null, MOST)
                .map(page -> page.map(one -> PublicOffers.offer(one, language)).items());
    }
}
