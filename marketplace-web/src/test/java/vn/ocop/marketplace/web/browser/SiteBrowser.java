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
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium; tests are skipped where there is none. */
final class SiteBrowser implements AutoCloseable {

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

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private SiteBrowser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    static SiteBrowser open() {
        var chromium = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(
                chromium.isPresent(), "No Chromium on this machine: apt-get install chromium to run the browser tests");
        return new SiteBrowser(chromium.orElseThrow());
    }

    BrowserContext visitor(int width, boolean script) {
        var visitor = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(WholeStack.site())
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
