package vn.ocop.marketplace.shop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.web.SeenVersion;
import vn.ocop.marketplace.shop.ExportShopRecords;
import vn.ocop.marketplace.shop.OpenShop;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;
import vn.ocop.marketplace.shop.ShopProblem;
import vn.ocop.marketplace.shop.ShopProfile;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Shop files", description = "Opening a shop, for its people and its province")
class ShopFileController {

    private final OpenShop openShop;
    private final ExportShopRecords exportRecords;

    ShopFileController(OpenShop openShop, ExportShopRecords exportRecords) {
        this.openShop = openShop;
        this.exportRecords = exportRecords;
    }

    record ApplicationRequest(
            @NotBlank @Size(max = 150) String name,
            Shop.@NotNull LegalKind legalKind,
            @NotBlank @Size(max = 200) String street,
            @NotBlank @Size(max = 10) String communeCode) {

        OpenShop.Application application() {
            return new OpenShop.Application(name, legalKind, street, communeCode);
        }
    }

    record ProfileRequest(
            @Nullable @Size(min = 1, max = 150) String name,
            Shop.@Nullable LegalKind legalKind,
            @Nullable @Size(max = 5_000) String story,
            @Nullable @Size(max = 5_000) String storyEn,
            @Nullable @Size(min = 1, max = 200) String street,
            @Nullable @Size(max = 10) String communeCode,

            @Nullable @Size(max = 30) @Pattern(regexp = "[0-9+ .-]{8,20}") String phone,

            @Nullable @Pattern(regexp = "[0-9]{10}(-[0-9]{3})?|[0-9]{12}")
            String taxCode,

            @Nullable @Size(max = 200) String returnStreet,
            @Nullable @Size(max = 10) String returnCommuneCode,
            @Nullable @Min(1) @Max(127) Integer openDays,
            @Nullable @Size(min = 1, max = 40) String termsVersion,
            @Nullable @Valid IdentityRequest identity,
            @Nullable @Valid BankRequest bank,
            @Nullable @Size(max = 50) List<@NotNull @Valid HolidayRequest> holidays,
            @Nullable Boolean submit) {

        @Override
        public String toString() {
            return "ProfileRequest";
        }

        ShopProfile profile() {
            return new ShopProfile(
                    name,
                    legalKind,
                    story,
                    storyEn,
                    street,
                    communeCode,
                    phone,
                    taxCode,
                    returnStreet,
                    returnCommuneCode,
                    openDays,
                    termsVersion,
                    identity == null ? null : identity.identity(),
                    bank == null ? null : bank.bank(),
                    holidays == null
                            ? null
                            : holidays.stream().map(HolidayRequest::holiday).toList(),
                    Boolean.TRUE.equals(submit));
        }
    }

    record IdentityRequest(
            @NotBlank @Size(max = 100) String representative,
            ShopFile.Identity.@NotNull DocumentKind documentKind,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{6,20}") String number) {

        @Override
        public String toString() {
            return "IdentityRequest";
        }

        ShopProfile.Identity identity() {
            return new ShopProfile.Identity(representative, documentKind, number);
        }
    }

    record BankRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}") String bankBin,
            @NotNull @Pattern(regexp = "[A-Za-z0-9]{4,19}") String number,
            @NotBlank @Size(max = 100) String holder) {

        @Override
        public String toString() {
            return "BankRequest";
        }

        ShopProfile.BankAccount bank() {
            return new ShopProfile.BankAccount(bankBin, number, holder);
        }
    }

    record HolidayRequest(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            boolean takesOrders,
            @Nullable @Size(max = 200) String note) {

        ShopFile.Holiday holiday() {
            return new ShopFile.Holiday(firstDay, lastDay, takesOrders, Objects.requireNonNullElse(note, ""));
        }
    }

    record ClosingRequest(@NotBlank @Size(max = 500) String reason) {}

    record SuspensionAnswerRequest(
            @NotBlank @Size(max = 500) String answer) {}

    @PostMapping("/shops")
    @Operation(summary = "Apply for a shop; whoever applies owns it")
    @ApiResponse(responseCode = "201", description = "Applied; its file can be filled in")
    Mono<ResponseEntity<OpeningResponse>> apply(
            @Valid @RequestBody ApplicationRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller applicant) {
        if (applicant.guest()) {
            throw new ProblemException(AccountProblem.NOT_ALLOWED);
        }
        return openShop.apply(request.application(), applicant, idempotencyKey)
                .map(opening -> ResponseEntity.created(
                                URI.create("/api/v1/shops/" + opening.shop().id() + "/file"))
                        .eTag(SeenVersion.tag(opening.shop().version()))
                        .body(OpeningResponse.of(opening)));
    }

    @GetMapping("/shops/{shopId}/file")
    @Operation(summary = "A shop's file with what is still to do; numbers are masked")
    Mono<ResponseEntity<OpeningResponse>> file(@PathVariable UUID shopId, @AuthenticationPrincipal Caller reader) {
        return openShop.file(shopId, reader).map(ShopFileController::answer);
    }

    @PatchMapping("/shops/{shopId}/file")
    @Operation(
            summary = "Fill in a shop's file, and submit it",
            description = "If-Match carries the version that was seen. What the shop is before the law is fixed once"
                    + " officers look at it.")
    Mono<ResponseEntity<OpeningResponse>> change(
            @PathVariable UUID shopId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProfileRequest request,
            @AuthenticationPrincipal Caller seller) {
        return openShop.change(shopId, seen(ifMatch), request.profile(), seller).map(ShopFileController::answer);
    }

    @GetMapping(path = "/shops/{shopId}/records", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "All that is kept of a shop, line by line",
            description =
                    "Each line is a JSON object with a section and a record: the shop's file, certificates, listings"
                            + " with prices and moves of stock, orders. Also for a shop that is suspended or closed.")
    Flux<String> records(@PathVariable UUID shopId, @AuthenticationPrincipal Caller seller) {
        return exportRecords.export(shopId, seller);
    }

    @PostMapping("/shops/{shopId}/closing")
    @Operation(
            summary = "Close a shop for good",
            description = "By who may deal with its staff; If-Match carries the version that was seen. Orders under way"
                    + " still are the shop's to fulfil.")
    Mono<ResponseEntity<OpeningResponse>> close(
            @PathVariable UUID shopId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClosingRequest request,
            @AuthenticationPrincipal Caller seller) {
        return openShop.close(shopId, seen(ifMatch), request.reason(), seller).map(ShopFileController::answer);
    }

    @PostMapping("/shops/{shopId}/suspension/answer")
    @Operation(
            summary = "Answer to a suspension, announced or in force",
            description = "By who may deal with the shop's staff, once; If-Match carries the version that was seen. The"
                    + " shop's province lifts the suspension or upholds it.")
    Mono<ResponseEntity<OpeningResponse>> answerSuspension(
            @PathVariable UUID shopId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SuspensionAnswerRequest request,
            @AuthenticationPrincipal Caller seller) {
        return openShop.answer(shopId, seen(ifMatch), request.answer(), seller).map(ShopFileController::answer);
    }

    private static long seen(@Nullable String ifMatch) {
        return SeenVersion.of(ifMatch, ShopProblem.VERSION_NEEDED, ShopProblem.STALE);
    }

    private static ResponseEntity<OpeningResponse> answer(OpenShop.Opening opening) {
        return ResponseEntity.ok()
                .eTag(SeenVersion.tag(opening.shop().version()))
                .body(OpeningResponse.of(opening));
    }
}
