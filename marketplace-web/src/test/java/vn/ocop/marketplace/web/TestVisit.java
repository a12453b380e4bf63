package vn.ocop.marketplace.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.ocop.marketplace.web.assets.Assets;
import vn.ocop.marketplace.web.site.SiteSettings;
import vn.ocop.marketplace.web.site.Visit;
import vn.ocop.marketplace.web.text.Language;
import vn.ocop.marketplace.web.text.Texts;

/** Visits for tests of what pages say, at a fixed time. */
public final class TestVisit {

    public static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static final Visit.Tools TOOLS = new Visit.Tools(
            new Texts(),
            new Assets(),
            new SiteSettings(URI.create("http://localhost:8080"), ""),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private TestVisit() {}

    public static Visit vietnamese(String path) {
        return new Visit(Language.VI, path, null, null, false, TOOLS);
    }

    public static Visit english(String path) {
        return new Visit(Language.EN, path, null, null, false, TOOLS);
    }
}
