package vn.ocop.marketplace.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Floor;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.TerritoryProblem;
import vn.ocop.marketplace.territory.TerritoryQueries;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Territory", description = "Provinces, communes, provincial floors")
class ProvinceController {

    private final Territory territory;
    private final TerritoryQueries queries;

    ProvinceController(Territory territory, TerritoryQueries queries) {
        this.territory = territory;
        this.queries = queries;
    }

    record ProvinceList(List<ProvinceResponse> items) {}

    record ProvinceResponse(
            String code, String name, String kind, String slug, List<String> formerNames, String region) {}

    record FloorResponse(
            String code,
            String name,
            String kind,
            String slug,
            List<String> formerNames,
            String headline,
            String intro,
            Floor.@Nullable Brand brand,
            @Nullable Picture banner,
            List<String> hosts,
            List<String> portals) {}

    record CommuneList(List<CommuneUnit> items) {}

    @GetMapping("/provinces")
    @Operation(summary = "The 34 provinces and cities in force")
    ResponseEntity<ProvinceList> provinces() {
        return PublicReads.settled(new ProvinceList(
                territory.provinces().stream().map(this::response).toList()));
    }

    @GetMapping("/provinces/{slug}")
    @Operation(summary = "A province's floor, by code, slug or the slug of a province that became part of it")
    ResponseEntity<FloorResponse> province(@PathVariable String slug, @Parameter(hidden = true) Language language) {
        return PublicReads.settled(floor(known(slug), language));
    }

    @GetMapping("/floors")
    @Operation(summary = "The provincial floor that answers at a host name")
    ResponseEntity<FloorResponse> floorAt(@RequestParam String host, @Parameter(hidden = true) Language language) {
        var province = queries.provinceAt(host)
                .orElseThrow(() -> new ProblemException(TerritoryProblem.FLOOR_NOT_FOUND, host));
        return PublicReads.settled(floor(province, language));
    }

    @GetMapping("/provinces/{code}/communes")
    @Operation(summary = "The communes of a province, by name")
    ResponseEntity<CommuneList> communes(@PathVariable String code) {
        var communes = territory.communesOf(known(code).code());
        return PublicReads.settled(
                new CommuneList(communes.stream().map(Commune::unit).toList()));
    }

    private Province known(String codeOrSlug) {
        return territory
                .provinceByCodeOrSlug(codeOrSlug)
                .orElseThrow(() -> new ProblemException(TerritoryProblem.PROVINCE_NOT_FOUND, codeOrSlug));
    }

    private ProvinceResponse response(Province province) {
        return new ProvinceResponse(
                province.code(),
                province.name(),
                province.kind(),
                province.slug(),
                queries.formerNames(province),
                province.region());
    }

    private FloorResponse floor(Province province, Language language) {
        var floor = queries.floor(province);
        return new FloorResponse(
                province.code(),
                province.name(),
                province.kind(),
                province.slug(),
                queries.formerNames(province),
                floor.headline().in(language),
                floor.intro().in(language),
                floor.brand(),
                floor.banner() == null ? null : floor.banner().in(language),
                floor.hosts(),
                floor.portals());
    }
}
