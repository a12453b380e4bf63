package vn.ocop.marketplace.shop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;
import vn.ocop.marketplace.shop.ShopQueries;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.TerritoryProblem;
import vn.ocop.marketplace.territory.Unit;

@RestController
@RequestMapping("/api/v1/shops")
@Tag(name = "Shops", description = "Who sells")
class ShopController {

    private final ShopQueries shops;
    private final Territory territory;

    ShopController(ShopQueries shops, Territory territory) {
        this.shops = shops;
        this.territory = territory;
    }

    record ShopResponse(
            UUID id,
            String slug,
            String name,
            Shop.LegalKind legalKind,
            Shop.Status status,
            String story,
            String street,
            @Nullable CommuneUnit commune,
            @Nullable Unit province,
            LocalDate joinedOn,
            ShopFile.@Nullable Holiday holiday,
            long listingCount,
            boolean demo) {}

    @GetMapping
    @Operation(summary = "Open shops, the newest first")
    Mono<ResponseEntity<Page<ShopResponse>>> shops(
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String after,
            @Parameter(hidden = true) Language language) {
        return shops.open(province == null ? null : known(province).code(), limit, after)
                .map(page -> PublicReads.live(page.map(profile -> response(profile, language))));
    }

    @GetMapping("/{idOrSlug}")
    @Operation(summary = "One shop")
    Mono<ResponseEntity<ShopResponse>> shop(
            @PathVariable String idOrSlug, @Parameter(hidden = true) Language language) {
        return shops.profile(idOrSlug).map(profile -> PublicReads.live(response(profile, language)));
    }

    private Province known(String codeOrSlug) {
        return territory
                .provinceByCodeOrSlug(codeOrSlug)
                .orElseThrow(() -> new ProblemException(TerritoryProblem.PROVINCE_NOT_FOUND, codeOrSlug));
    }

    private ShopResponse response(ShopQueries.Profile profile, Language language) {
        var shop = profile.shop();
        return new ShopResponse(
                shop.id(),
                shop.slug(),
                shop.name(),
                shop.legalKind(),
                shop.status(),
                shop.story().in(language),
                shop.street(),
                territory.commune(shop.communeCode()).map(Commune::unit).orElse(null),
                territory.province(shop.provinceCode()).map(Province::unit).orElse(null),
                LocalDate.ofInstant(shop.joinedAt(), BusinessTime.ZONE),
                shop.holiday(),
                profile.listingCount(),
                shop.demo());
    }
}
