package vn.ocop.marketplace.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PublicReads;

@RestController
@RequestMapping("/api/v1/categories")
@Tag(name = "Categories", description = "The OCOP taxonomy: sectors, groups, product sets")
class CategoryController {

    private final Categories categories;
    private final Clock clock;

    CategoryController(Categories categories, Clock clock) {
        this.categories = categories;
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
