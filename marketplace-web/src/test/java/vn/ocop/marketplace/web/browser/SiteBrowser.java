package vn.ocop.marketplace.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The machine's Chromium, open for the tests of one class; they are skipped where there is none. */
final class SiteBrowser implements BeforeAllCallback, AfterAllCallback {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /** Without these Chromium keeps trying to reach hosts that may not be there. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private record Opened(Playwright playwright, Browser browser) {}

    private final List<String> complaints = new ArrayList<>();
    private @Nullable Opened opened;

    @Override
    public void beforeAll(ExtensionContext tests) {
        var chromium = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(
                chromium.isPresent(), "No Chromium on this machine: apt-get install chromium to run the browser tests");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        opened = new Opened(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.orElseThrow())
                                .setArgs(FLAGS)));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (opened != null) {
            opened.browser().close();
            opened.playwright().close();
        }
    }

    BrowserContext visitor(int width, boolean script) {
        return visitor(WholeStack.site(), width, script);
    }

    /** The same at another marketplace. */
    BrowserContext visitor(String site, int width, boolean script) {
        var visitor = Objects.requireNonNull(opened)
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site)
                        .setViewportSize(width, width < 700 ? 740 : 900)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("vi-VN")
                        .setJavaScriptEnabled(script));
        // A machine that builds at the same time is slow; slowness is not what these tests look for.
        visitor.setDefaultTimeout(60_000);
        return visitor;
    }

    /** A page whose errors and refused scripts are written down. */
    Page page(BrowserContext visitor) {
        var page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Scrolls through, so that pictures are there, and saves {@code target/screenshots/<name>.png}. */
    static void picture(Page page, String name) {
        page.evaluate("""
                async () => {
                  for (let y = 0; y < document.body.scrollHeight; y += 500) {
                    scrollTo(0, y);
                    await new Promise(done => setTimeout(done, 30));
                  }
                  scrollTo(0, 0);
                }""");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }
}
