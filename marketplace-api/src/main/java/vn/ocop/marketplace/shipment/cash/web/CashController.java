package vn.ocop.marketplace.shipment.cash.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountQueries;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.cash.Ageing;
import vn.ocop.marketplace.shipment.cash.CourierCash;
import vn.ocop.marketplace.shipment.cash.Remittance;
import vn.ocop.marketplace.shipment.cash.RemittanceLine;
import vn.ocop.marketplace.shipment.cash.Remittances;
import vn.ocop.marketplace.shipment.cash.Shift;
import vn.ocop.marketplace.shipment.cash.Tills;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Cash", description = "Cash that is taken with deliveries, from the door to the platform's account")
class CashController {

    private static final long MOST = 10_000_000_000L;

    private final Tills tills;
    private final Remittances remittances;
    private final AccountQueries people;

    CashController(Tills tills, Remittances remittances, AccountQueries people) {
        this.people = people;
        this.tills = tills;
        this.remittances = remittances;
    }

    record ShiftResponse(
            UUID id,
            UUID clerk,
            boolean mine,
            @Nullable String clerkName,
            Vnd opening,
            Instant openedAt,
            Vnd expected,
            @Nullable Instant closedAt,
            @Nullable Vnd counted,
            Vnd difference,
            String reason,
            boolean waitsForSecond,
            @Nullable UUID signedBy) {

        static ShiftResponse of(Shift shift, Caller caller) {
            return of(shift, caller, Map.of());
        }

        static ShiftResponse of(Shift shift, Caller caller, Map<UUID, String> names) {
            return new ShiftResponse(
                    shift.id(),
                    shift.clerk(),
                    shift.clerk().equals(caller.id()),
                    names.get(shift.clerk()),
                    shift.opening(),
                    shift.openedAt(),
                    shift.expected(),
                    shift.closedAt(),
                    shift.counted(),
                    shift.difference(),
                    shift.reason(),
                    shift.waitsForSecond(),
                    shift.signedBy());
        }
    }

    record CourierResponse(UUID courier, @Nullable String name, long parcels, Vnd amount, Instant since) {}

    record TillsResponse(List<ShiftResponse> shifts, List<CourierResponse> couriers) {}

    record OpenRequest(
            @NotNull UUID id, @NotNull @Min(0) @Max(MOST) Long opening) {}

    record HandInRequest(
            @NotNull UUID id,
            @NotNull UUID courier,
            @NotNull @Min(0) @Max(MOST) Long counted,
            @Nullable @Size(max = 300) String note) {}

    record DepositRequest(
            @NotNull UUID id,
            @NotNull @Min(1) @Max(MOST) Long amount,
            @NotBlank @Size(max = 300) String note) {}

    record CloseRequest(
            @NotNull @Min(0) @Max(MOST) Long counted,
            @Nullable @Size(max = 300) String reason) {}

    @GetMapping("/post-offices/{code}/shifts")
    @Operation(summary = "The office's tills, and what its couriers have not handed in")
    Mono<TillsResponse> standing(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return tills.standing(code, caller)
                .flatMap(standing -> people.names(Stream.concat(
                                        standing.shifts().stream().map(Shift::clerk),
                                        standing.couriers().stream().map(CourierCash::courier))
                                .collect(Collectors.toSet()))
                        .map(names -> response(standing, names, caller)));
    }

    private static TillsResponse response(Tills.Standing standing, Map<UUID, String> names, Caller caller) {
        return new TillsResponse(
                standing.shifts().stream()
                        .map(shift -> ShiftResponse.of(shift, caller, names))
                        .toList(),
                standing.couriers().stream()
                        .map(bag -> new CourierResponse(
                                bag.courier(), names.get(bag.courier()), bag.parcels(), bag.amount(), bag.since()))
                        .toList());
    }

    @PostMapping("/post-offices/{code}/shifts")
    @Operation(summary = "Open one's till; the id is made up by the caller")
    Mono<ShiftResponse> open(
            @PathVariable String code,
            @RequestBody @Valid OpenRequest request,
            @AuthenticationPrincipal Caller caller) {
        return tills.open(code, request.id(), Vnd.of(request.opening()), caller)
                .map(shift -> ShiftResponse.of(shift, caller));
    }

    @PostMapping("/post-offices/{code}/hand-ins")
    @Operation(
            summary = "A courier hands in everything they took",
            description = "Another sum than was taken needs a note and the permission to decide on it.")
    Mono<ShiftResponse> handIn(
            @PathVariable String code,
            @RequestBody @Valid HandInRequest request,
            @AuthenticationPrincipal Caller caller) {
        var note = request.note() == null ? "" : request.note();
        return tills.handIn(code, request.id(), request.courier(), Vnd.of(request.counted()), note, caller)
                .map(shift -> ShiftResponse.of(shift, caller));
    }

    @PostMapping("/post-offices/{code}/deposits")
    @Operation(summary = "Cash leaves one's till for the bank")
    Mono<ShiftResponse> deposit(
            @PathVariable String code,
            @RequestBody @Valid DepositRequest request,
            @AuthenticationPrincipal Caller caller) {
        return tills.deposit(code, request.id(), Vnd.of(request.amount()), request.note(), caller)
                .map(shift -> ShiftResponse.of(shift, caller));
    }

    @PostMapping("/post-offices/{code}/shift-closings")
    @Operation(summary = "Count one's till and close it; a difference needs a reason and then a second person")
    Mono<ShiftResponse> close(
            @PathVariable String code,
            @RequestBody @Valid CloseRequest request,
            @AuthenticationPrincipal Caller caller) {
        var reason = request.reason() == null ? "" : request.reason();
        return tills.close(code, Vnd.of(request.counted()), reason, caller)
                .map(shift -> ShiftResponse.of(shift, caller));
    }

    @PostMapping("/shifts/{id}/signature")
    @Operation(summary = "Put a second name under a difference; never one's own till")
    Mono<ShiftResponse> sign(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return tills.sign(id, caller).map(shift -> ShiftResponse.of(shift, caller));
    }

    /** Below zero is what the carrier paid out. */
    record ClaimRequest(
            @NotBlank @Size(max = 60) String number,
            @NotNull @Min(-MOST) @Max(MOST) Long amount) {}

    record RemittanceRequest(
            @NotNull UUID id,
            @NotBlank @Size(max = 40) String carrier,
            @NotBlank @Size(max = 100) String bankRef,
            @NotEmpty @Size(max = 5_000) List<@Valid ClaimRequest> lines) {}

    record RemittanceResponse(
            UUID id,
            String carrier,
            String bankRef,
            Instant receivedAt,
            Vnd total,
            Vnd matched,
            List<RemittanceLine> lines) {

        static RemittanceResponse of(Remittance remittance) {
            return new RemittanceResponse(
                    remittance.id(),
                    remittance.carrier(),
                    remittance.bankRef(),
                    remittance.receivedAt(),
                    remittance.total(),
                    remittance.matched(),
                    remittance.lines());
        }
    }

    @PostMapping("/remittances")
    @Operation(
            summary = "A carrier handed over cash: its list, matched line by line",
            description = "The id is made up by the caller. What is matched is no longer owed; the rest waits.")
    Mono<RemittanceResponse> receive(
            @RequestBody @Valid RemittanceRequest request, @AuthenticationPrincipal Caller caller) {
        var claims = request.lines().stream()
                .map(line -> new RemittanceLine.Claim(line.number(), Vnd.of(line.amount())))
                .toList();
        return remittances
                .receive(request.id(), request.carrier(), request.bankRef(), claims, caller)
                .map(RemittanceResponse::of);
    }

    @GetMapping("/remittances")
    @Operation(summary = "The newest remittances")
    Mono<List<RemittanceResponse>> newest(@AuthenticationPrincipal Caller caller) {
        return remittances
                .newest(caller)
                .map(all -> all.stream().map(RemittanceResponse::of).toList());
    }

    @GetMapping("/cash-outstanding")
    @Operation(summary = "Cash that carriers took and have not handed over, by how long ago")
    Mono<List<Ageing>> ageing(@AuthenticationPrincipal Caller caller) {
        return remittances.ageing(caller);
    }
}
