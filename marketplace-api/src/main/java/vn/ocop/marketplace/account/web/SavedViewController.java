package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.SavedViews;

@RestController
@RequestMapping("/api/v1/me/views")
@Tag(name = "Me", description = "The bearer's own account")
class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    record ViewRequest(
            @NotBlank @Pattern(regexp = "[a-z]+(-[a-z]+)*") @Size(max = 40) String desk,

            @NotBlank @Size(max = 60) String name,

            @NotNull @Pattern(regexp = "[A-Za-z0-9=&%+._-]*") @Size(max = 300) String query) {}

    record SavedViewResponse(UUID id) {}

    record ViewList(List<SavedViews.View> items) {}

    @GetMapping
    @Operation(summary = "The views one has saved of a desk's list")
    Mono<ViewList> views(@RequestParam String desk, @AuthenticationPrincipal Caller person) {
        return views.of(desk, person).map(ViewList::new);
    }

    @PutMapping
    @Operation(summary = "Save a view under a name, or mean another by it")
    Mono<SavedViewResponse> save(@Valid @RequestBody ViewRequest request, @AuthenticationPrincipal Caller person) {
        return views.save(request.desk(), request.name().strip(), request.query(), person)
                .map(SavedViewResponse::new);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a view")
    Mono<Void> remove(@PathVariable UUID id, @AuthenticationPrincipal Caller person) {
        return views.remove(id, person);
    }
}
