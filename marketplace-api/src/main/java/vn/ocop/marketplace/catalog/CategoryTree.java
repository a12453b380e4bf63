package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.LocalizedText;

/** The taxonomy and the rules on it at one moment, ready to be asked. Immutable. */
record CategoryTree(
        List<Category> sectors,
        Map<String, Category> byCode,
        Map<String, Category> bySlug,
        List<CategoryRule> rules,
        List<RequiredAttribute> attributes) {

    static final CategoryTree EMPTY = new CategoryTree(List.of(), Map.of(), Map.of(), List.of(), List.of());

    /** A category's row, its place in the tree still a code. */
    record Row(String code, @Nullable String parent, Category.Level level, LocalizedText name, String slug) {}

    /** Rows are given in the order in which they are shown. */
    static CategoryTree of(List<Row> rows, List<CategoryRule> rules, List<RequiredAttribute> attributes) {
        var sectors = childrenOf(null, rows);
        var byCode = new HashMap<String, Category>();
        sectors.forEach(sector -> index(sector, byCode));
        var bySlug = new HashMap<String, Category>();
        byCode.values().forEach(category -> bySlug.put(category.slug(), category));
        return new CategoryTree(sectors, byCode, bySlug, rules, attributes);
    }

    private static List<Category> childrenOf(@Nullable String parent, List<Row> rows) {
        var children = new ArrayList<Category>();
        for (Row row : rows) {
            if (Objects.equals(row.parent(), parent)) {
                children.add(new Category(
                        row.code(), row.name(), row.slug(), row.level(), parent, childrenOf(row.code(), rows)));
            }
        }
        return List.copyOf(children);
    }

    private static void index(Category category, Map<String, Category> byCode) {
        byCode.put(category.code(), category);
        category.children().forEach(child -> index(child, byCode));
    }

    List<Category> path(String code) {
        var path = new LinkedList<Category>();
        for (var step = byCode.get(code); step != null; ) {
            path.addFirst(step);
            var parent = step.parent();
            step = parent == null ? null : byCode.get(parent);
        }
        return List.copyOf(path);
    }

    /** A rule on a category binds everything below it. */
    boolean bound(String code, CategoryRule.Kind kind, LocalDate day) {
        return path(code).stream()
                .anyMatch(step -> rules.stream().anyMatch(rule -> rule.binds(step.code(), kind, day)));
    }

    /** What is required of a category is required of everything below it. */
    Set<String> requiredAttributes(String code, LocalDate day) {
        return path(code).stream()
                .flatMap(step -> attributes.stream().filter(attribute -> attribute.binds(step.code(), day)))
                .map(RequiredAttribute::attribute)
                .collect(Collectors.toUnmodifiableSet());
    }
}
