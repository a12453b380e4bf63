package vn.ocop.marketplace.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.catalog.RequireAttributes;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PublicReads;

@RestController
@RequestMapping("/api/v1/categories")
@Tag(name = "Categories", description = "The OCOP taxonomy: sectors, groups, product sets")
class CategoryController {

    private final Categories categories;
    private final RequireAttributes requireAttributes;
    private final Clock clock;

    CategoryController(Categories categories, RequireAttributes requireAttributes, Clock clock) {
        this.categories = categories;
        this.requireAttributes = requireAttributes;
        this.clock = clock;
    }

    record CategoryList(List<CategoryResponse> items) {}

    record CategoryResponse(
            String code,
            String name,
            String slug,
            Category.Level level,
            @Nullable String parent,
            boolean ageRestricted,
            List<String> requiredAttributes,
            List<CategoryResponse> children) {}

    @GetMapping
    @Operation(summary = "The whole category tree")
    ResponseEntity<CategoryList> categories(@Parameter(hidden = true) Language language) {
        return PublicReads.settled(
                new CategoryList(responses(categories.sectors(), language, BusinessTime.today(clock))));
    }

    record AttributesRequest(
            @NotNull @Size(max = 20) Set<@NotNull String> attributes,
            @NotBlank @Size(max = 300) String reference) {}

    /** All that listings of a category must tell today, what is asked for above it included. */
    record AttributesResponse(List<String> requiredAttributes) {}

    @PutMapping("/{code}/required-attributes")
    @Operation(
            summary = "Set what listings of a category must tell from today on",
            description = "With the ground for it. What is asked for above the category binds it too. Putting the same"
                    + " again changes nothing.")
    Mono<AttributesResponse> require(
            @PathVariable String code,
            @Valid @RequestBody AttributesRequest request,
            @AuthenticationPrincipal Caller administrator) {
        return requireAttributes
                .set(code, request.attributes(), request.reference(), administrator)
                .map(required ->
                        new AttributesResponse(required.stream().sorted().toList()));
    }

    private List<CategoryResponse> responses(List<Category> nodes, Language language, LocalDate today) {
        return nodes.stream().map(node -> response(node, language, today)).toList();
    }

    private CategoryResponse response(Category node, Language language, LocalDate today) {
        return new CategoryResponse(
                node.code(),
                node.name().in(language),
                node.slug(),
                node.level(),
                node.parent(),
                categories.ageRestricted(node.code(), today),
                categories.requiredAttributes(node.code(), today).stream()
                        .sorted()
                        .toList(),
                responses(node.children(), language, today));
    }
}
