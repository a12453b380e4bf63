package vn.ocop.marketplace.order.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.order.Deadline;
import vn.ocop.marketplace.order.DeadlineRule;
import vn.ocop.marketplace.order.SetDeadlines;

@RestController
@RequestMapping("/api/v1/return-deadlines")
@Tag(name = "Returns")
class DeadlineController {

    private static final UUID UNSAVED = new UUID(0, 0);

    private final SetDeadlines deadlines;

    DeadlineController(SetDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    record DeadlineRequest(
            @NotNull Deadline.Step step,
            @Nullable @Size(max = 10) String categoryCode,
            @Min(1) @Max(8_760) int hours,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 500) String reference,
            @NotNull DeadlineRule.Certainty certainty) {

        DeadlineRule rule() {
            return new DeadlineRule(UNSAVED, step, categoryCode, hours, validFrom, validTo, reference, certainty);
        }
    }

    record DeadlineEndRequest(@NotNull LocalDate lastDay) {}

    record DeadlineRules(List<DeadlineRule> items) {}

    @GetMapping
    @Operation(summary = "How long each step of a return may take: every row there was, is and will be")
    Mono<DeadlineRules> all(@AuthenticationPrincipal Caller caller) {
        return deadlines.all(caller).map(DeadlineRules::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set a deadline, from tomorrow at the earliest")
    Mono<DeadlineRule> add(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody DeadlineRequest request,
            @AuthenticationPrincipal Caller caller) {
        return deadlines.add(request.rule(), key, caller);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Let a deadline end with a day, when another says how long the step may take")
    Mono<DeadlineRule> end(
            @PathVariable UUID id,
            @Valid @RequestBody DeadlineEndRequest request,
            @AuthenticationPrincipal Caller caller) {
        return deadlines.end(id, request.lastDay(), caller);
    }
}
