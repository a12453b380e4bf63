package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.listing.ConfirmPrepared;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Mandates", description = "Working for a household by its own word, until it takes over")
class ConfirmationController {

    private final ConfirmPrepared confirmPrepared;

    ConfirmationController(ConfirmPrepared confirmPrepared) {
        this.confirmPrepared = confirmPrepared;
    }

    record ConfirmationRequest(
            @Nullable UUID codeId, @Nullable @Size(max = 20) String code) {

        @Override
        public String toString() {
            return "ConfirmationRequest";
        }
    }

    @PostMapping("/mandates/{id}/confirmation")
    @Operation(
            summary = "The household says yes to what was prepared",
            description =
                    "By the code it was sent, or by a second person where it had signed on paper. Its shop and every"
                            + " complete draft go to the officers; nothing is on sale before they have approved it.")
    Mono<ConfirmPrepared.Confirmed> confirm(
            @PathVariable UUID id,
            @Valid @RequestBody ConfirmationRequest request,
            @AuthenticationPrincipal Caller clerk) {
        return confirmPrepared.confirm(id, request.codeId(), request.code(), clerk);
    }
}
