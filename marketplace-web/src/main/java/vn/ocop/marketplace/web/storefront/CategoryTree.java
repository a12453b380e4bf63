package vn.ocop.marketplace.web.storefront;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Crumb;

/** The OCOP taxonomy: 6 sectors, 17 groups, 26 sets. */
public record CategoryTree(List<Category> items) {

    public List<Category> groups() {
        return items.stream().flatMap(sector -> sector.below().stream()).toList();
    }

    /** Looks a category up by code or slug; sets share a slug with their group now and then, the wider one wins. */
    public @Nullable Category find(String codeOrSlug) {
        var way = way(items, codeOrSlug);
        return way.isEmpty() ? null : way.getLast();
    }

    /** The categories above one and itself, as steps to it. */
    public List<Crumb> crumbs(Category category) {
        var crumbs = new ArrayList<Crumb>();
        for (var step : way(items, category.code())) {
            crumbs.add(step.equals(category) ? Crumb.here(step.name()) : new Crumb(step.name(), step.path()));
        }
        return crumbs;
    }

    private static List<Category> way(List<Category> level, String codeOrSlug) {
        for (var category : level) {
            if (category.code().equals(codeOrSlug) || category.slug().equals(codeOrSlug)) {
                return List.of(category);
            }
        }
        for (var category : level) {
            var below = way(category.below(), codeOrSlug);
            if (!below.isEmpty()) {
                var way = new ArrayList<Category>();
                way.add(category);
                way.addAll(below);
                return way;
            }
        }
        return List.of();
    }
}
