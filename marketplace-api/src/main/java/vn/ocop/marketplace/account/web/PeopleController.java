package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.PeopleDesk;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Platform desk: people", description = "Finding people to help them")
class PeopleController {

    private final PeopleDesk desk;

    PeopleController(PeopleDesk desk) {
        this.desk = desk;
    }

    record PeopleSearch(@NotBlank @Size(min = 2, max = 100) String q) {

        @Override
        public String toString() {
            return "PeopleSearch";
        }
    }

    record PersonList(List<PeopleDesk.Found> items) {}

    record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/people-searches")
    @Operation(
            summary = "Find people by phone number, e-mail address or part of a name",
            description = "A POST, because what is typed is personal and must not stand in an address.")
    Mono<PersonList> find(@Valid @RequestBody PeopleSearch search, @AuthenticationPrincipal Caller administrator) {
        return desk.find(search.q().strip(), administrator).map(PersonList::new);
    }

    @PostMapping("/people/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End every session of a person")
    Mono<Void> signOut(
            @PathVariable UUID id,
            @Valid @RequestBody ReasonRequest request,
            @AuthenticationPrincipal Caller administrator) {
        return desk.signOut(id, request.reason(), administrator);
    }

    @PostMapping("/people/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lock a person out: every session ends and none begins until they are unlocked")
    Mono<Void> lock(
            @PathVariable UUID id,
            @Valid @RequestBody ReasonRequest request,
            @AuthenticationPrincipal Caller administrator) {
        return desk.lock(id, request.reason(), administrator);
    }

    @PostMapping("/people/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a locked person in again")
    Mono<Void> unlock(
            @PathVariable UUID id,
            @Valid @RequestBody ReasonRequest request,
            @AuthenticationPrincipal Caller administrator) {
        return desk.unlock(id, request.reason(), administrator);
    }
}
