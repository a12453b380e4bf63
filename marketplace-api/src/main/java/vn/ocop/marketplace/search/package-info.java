/**
 * Finding listings: search and browse with facets, suggestions while typing, related listings. Asks Elasticsearch, and
 * the database's own plain search while Elasticsearch is away. Owns no tables.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform", "territory", "catalog", "media", "shop", "listing"})
@NullMarked
package vn.ocop.marketplace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
