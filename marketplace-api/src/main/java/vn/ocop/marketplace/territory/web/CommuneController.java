package vn.ocop.marketplace.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.CommuneMatch;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.TerritoryProblem;
import vn.ocop.marketplace.territory.TerritoryQueries;
import vn.ocop.marketplace.territory.Unit;

@RestController
@RequestMapping("/api/v1/communes")
@Tag(name = "Territory", description = "Provinces, communes, provincial floors")
class CommuneController {

    private final Territory territory;
    private final TerritoryQueries queries;

    CommuneController(Territory territory, TerritoryQueries queries) {
        this.territory = territory;
        this.queries = queries;
    }

    record CommuneResponse(String code, String name, String kind, Unit province) {}

    record MatchList(List<MatchResponse> items) {}

    record MatchResponse(
            String code,
            String name,
            String kind,
            Unit province,
            @Nullable String formerly,
            boolean divided) {}

    @GetMapping
    @Operation(
            summary = "Find communes while typing, by today's or a former name",
            description = "A former commune that was divided answers with each of today's that took a part of it.")
    ResponseEntity<MatchList> find(
            @RequestParam @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit) {
        var matches = queries.findCommunes(q, province == null ? null : known(province), limit);
        return PublicReads.settled(
                new MatchList(matches.stream().map(CommuneController::response).toList()));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One commune in force")
    ResponseEntity<CommuneResponse> commune(@PathVariable String code) {
        return territory
                .commune(code)
                .map(CommuneController::response)
                .map(PublicReads::settled)
                .orElseThrow(() -> new ProblemException(TerritoryProblem.COMMUNE_NOT_FOUND, code));
    }

    private Province known(String codeOrSlug) {
        return territory
                .provinceByCodeOrSlug(codeOrSlug)
                .orElseThrow(() -> new ProblemException(TerritoryProblem.PROVINCE_NOT_FOUND, codeOrSlug));
    }

    private static CommuneResponse response(Commune commune) {
        return new CommuneResponse(
                commune.code(),
                commune.name(),
                commune.kind(),
                commune.province().unit());
    }

    private static MatchResponse response(CommuneMatch match) {
        var commune = match.commune();
        return new MatchResponse(
                commune.code(),
                commune.name(),
                commune.kind(),
                commune.province().unit(),
                match.formerly(),
                match.divided());
    }
}
