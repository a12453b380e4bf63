package vn.ocop.marketplace.web.site;

import java.time.Duration;

/** How long a page may be kept by caches, the site's own included. */
public enum Freshness {
    /** The same for every anonymous visitor and seldom changed: home, floors, groups. */
    BROWSED(Duration.ofSeconds(10)),
    /** The same for every anonymous visitor, with price and stock on it. */
    PRICED(Duration.ofSeconds(2)),
    /** For one person only. */
    PERSONAL(Duration.ZERO);

    private final Duration age;

    Freshness(Duration age) {
        this.age = age;
    }

    public String cacheControl() {
        if (this == PERSONAL) {
            return "no-store";
        }
        return "public, max-age=" + age.toSeconds() + ", stale-while-revalidate=" + age.toSeconds() * 3;
    }
}
