package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Head;

/** The search page, also for one group: {@code category} is then that group and {@code below} what it consists of. */
public record SearchPage(
        Head head,
        List<Crumb> crumbs,
        String title,
        @Nullable String words,
        Browse browse,
        List<Category> below,
        List<Category> allGroups) {}
