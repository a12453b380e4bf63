package vn.ocop.marketplace.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.catalog.Certificate;
import vn.ocop.marketplace.catalog.CertificateProblem;
import vn.ocop.marketplace.catalog.CertificateVerdict;
import vn.ocop.marketplace.catalog.Certificates;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.platform.web.SeenVersion;
import vn.ocop.marketplace.shop.Shop;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Certificates", description = "Proof of OCOP stars")
class CertificateController {

    private final Certificates certificates;
    private final Clock clock;

    CertificateController(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    record ClaimRequest(
            @NotBlank @Size(max = 200) String productName,
            @NotBlank @Size(max = 60) String number,
            @NotNull @Min(3) @Max(5) Integer stars,
            @NotBlank @Size(max = 60) String decisionNo,
            @NotNull LocalDate decisionDate,
            @NotBlank @Size(max = 150) String issuer,
            Certificate.@NotNull Level level,
            @Nullable LocalDate validTo) {

        Certificate.Claim claim() {
            return new Certificate.Claim(
                    productName,
                    number,
                    stars,
                    decisionNo,
                    decisionDate,
                    issuer,
                    level,
                    validTo == null ? decisionDate.plusMonths(Certificate.MONTHS) : validTo);
        }
    }

    record VerdictRequest(
            CertificateVerdict.@NotNull Kind verdict,
            @Nullable @Size(max = 500) String reason,
            @Nullable LocalDate day) {

        CertificateVerdict verdictGiven() {
            return new CertificateVerdict(verdict, Objects.requireNonNullElse(reason, ""), day);
        }
    }

    record CertificateResponse(
            UUID id,
            UUID shopId,
            String productName,
            String number,
            int stars,
            String decisionNo,
            LocalDate decisionDate,
            String issuer,
            Certificate.Level level,
            LocalDate validTo,
            LocalDate endsOn,
            @Nullable LocalDate revokedOn,
            Certificate.Standing standing,
            long daysLeft,
            @Nullable String refusal,
            @Nullable String revokeReason,
            long version) {}

    record CertificateList(List<CertificateResponse> items) {}

    /** A certificate in an officer's queue. */
    record QueuedCertificate(
            CertificateResponse certificate,
            @Nullable String shopName,
            @Nullable String shopSlug,
            List<CertificateResponse> sameNumber) {}

    /** What anyone may know of a certificate. */
    record CertificateFacts(
            UUID id,
            String productName,
            String number,
            int stars,
            String decisionNo,
            LocalDate decisionDate,
            String issuer,
            Certificate.Level level,
            LocalDate validFrom,
            LocalDate endsOn,
            @Nullable LocalDate revokedOn,
            @Nullable String revokeReason,
            Certificate.Standing standing,
            @Nullable String shopName,
            @Nullable String shopSlug) {}

    @GetMapping("/certificates/{id}")
    @Operation(summary = "The facts of a verified certificate, whether it still counts or not")
    Mono<ResponseEntity<CertificateFacts>> certificate(@PathVariable UUID id) {
        return certificates.published(id).map(found -> PublicReads.live(facts(found)));
    }

    @GetMapping("/shops/{shopId}/certificates")
    @Operation(summary = "A shop's certificates, those that end last first")
    Mono<CertificateList> ofShop(@PathVariable UUID shopId, @AuthenticationPrincipal Caller seller) {
        return certificates
                .ofShop(shopId, seller)
                .map(found ->
                        new CertificateList(found.stream().map(this::response).toList()));
    }

    @PostMapping("/shops/{shopId}/certificates")
    @Operation(summary = "Claim a certificate; its stars show once an officer has verified it")
    @ApiResponse(responseCode = "201", description = "Waits for an officer of the shop's province")
    Mono<ResponseEntity<CertificateResponse>> submit(
            @PathVariable UUID shopId,
            @Valid @RequestBody ClaimRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller seller) {
        return certificates
                .submit(shopId, request.claim(), seller, idempotencyKey)
                .map(submitted -> ResponseEntity.created(URI.create("/api/v1/certificates/" + submitted.id()))
                        .eTag(tag(submitted))
                        .body(response(submitted)));
    }

    @PutMapping("/shops/{shopId}/certificates/{id}")
    @Operation(
            summary = "Mend a claim nobody has verified; it waits anew",
            description = "If-Match carries the version.")
    Mono<ResponseEntity<CertificateResponse>> correct(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClaimRequest request,
            @AuthenticationPrincipal Caller seller) {
        return certificates
                .correct(shopId, id, version(ifMatch), request.claim(), seller)
                .map(this::answer);
    }

    @GetMapping("/province-desks/{code}/certificates")
    @Operation(summary = "Certificates of a province's shops, by how far they have got")
    Mono<Page<QueuedCertificate>> queue(
            @PathVariable String code,
            @RequestParam(defaultValue = "SUBMITTED") Certificate.Status status,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller officer) {
        return certificates.inProvince(code, status, limit, after, officer).map(page -> page.map(this::queued));
    }

    @PostMapping("/certificates/{id}/decisions")
    @Operation(
            summary = "Verify, refuse, extend or revoke",
            description = "By an officer of the shop's province. If-Match carries the version that was seen. Revoking"
                    + " holds at once unless a day is given.")
    Mono<ResponseEntity<CertificateResponse>> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody VerdictRequest request,
            @AuthenticationPrincipal Caller officer) {
        return certificates
                .decide(id, version(ifMatch), request.verdictGiven(), officer)
                .map(this::answer);
    }

    private static long version(@Nullable String ifMatch) {
        return SeenVersion.of(ifMatch, CertificateProblem.VERSION_NEEDED, CertificateProblem.STALE);
    }

    private ResponseEntity<CertificateResponse> answer(Certificate certificate) {
        return ResponseEntity.ok().eTag(tag(certificate)).body(response(certificate));
    }

    private static String tag(Certificate certificate) {
        return SeenVersion.tag(certificate.version());
    }

    private CertificateResponse response(Certificate certificate) {
        var today = BusinessTime.today(clock);
        var claim = certificate.claim();
        return new CertificateResponse(
                certificate.id(),
                certificate.shopId(),
                claim.productName(),
                claim.number(),
                claim.stars(),
                claim.decisionNo(),
                claim.decisionDate(),
                claim.issuer(),
                claim.level(),
                claim.validTo(),
                certificate.endsOn(),
                certificate.revokedOn(),
                certificate.standing(today),
                certificate.daysLeft(today),
                certificate.refusal(),
                certificate.revokeReason(),
                certificate.version());
    }

    private QueuedCertificate queued(Certificates.Assessed assessed) {
        return new QueuedCertificate(
                response(assessed.certificate()),
                assessed.shop() == null ? null : assessed.shop().name(),
                assessed.shop() == null ? null : assessed.shop().slug(),
                assessed.sameNumber().stream().map(this::response).toList());
    }

    private CertificateFacts facts(Certificates.Assessed assessed) {
        var certificate = assessed.certificate();
        var claim = certificate.claim();
        var shop = assessed.shop() == null || !assessed.shop().open() ? null : assessed.shop();
        return new CertificateFacts(
                certificate.id(),
                claim.productName(),
                claim.number(),
                claim.stars(),
                claim.decisionNo(),
                claim.decisionDate(),
                claim.issuer(),
                claim.level(),
                claim.decisionDate(),
                certificate.endsOn(),
                certificate.revokedOn(),
                certificate.revokeReason(),
                certificate.standing(BusinessTime.today(clock)),
                name(shop),
                shop == null ? null : shop.slug());
    }

    private static @Nullable String name(@Nullable Shop shop) {
        return shop == null ? null : shop.name();
    }
}
