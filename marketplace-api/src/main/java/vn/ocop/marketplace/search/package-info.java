/**
 * Finding listings: search and browse with facets, suggestions while typing, related listings. Asks Elasticsearch, and
 * the database's own plain search while Elasticsearch is away. Owns what administrators teach it and how often a term
 * was searched.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform", "account", "territory", "catalog", "media", "shop", "listing"})
@NullMarked
package vn.ocop.marketplace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
