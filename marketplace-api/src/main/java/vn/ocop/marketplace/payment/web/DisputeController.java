package vn.ocop.marketplace.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.Dispute;
import vn.ocop.marketplace.payment.DisputeDesk;
import vn.ocop.marketplace.payment.Takeback;

@RestController
@RequestMapping("/api/v1/disputes")
@Tag(name = "Disputes", description = "Money that holders of cards ask their bank for")
class DisputeController {

    private final DisputeDesk desk;

    DisputeController(DisputeDesk desk) {
        this.desk = desk;
    }

    record DisputePage(List<Dispute> items, @Nullable String next) {}

    record BearerRequest(@NotNull Takeback.Bearer bearer) {}

    @GetMapping
    @Operation(summary = "Disputes, newest first")
    Mono<DisputePage> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller) {
        return desk.list(after, limit, caller).map(page -> new DisputePage(page.items(), page.next()));
    }

    @PutMapping("/{id}/bearer")
    @Operation(
            summary = "Say who pays for a dispute if it is lost",
            description =
                    "Until the banks have decided it. Without a word it is the shop where its goods are to blame.")
    Mono<Dispute> bearer(
            @PathVariable UUID id, @Valid @RequestBody BearerRequest request, @AuthenticationPrincipal Caller caller) {
        return desk.bearer(id, request.bearer(), caller);
    }
}
