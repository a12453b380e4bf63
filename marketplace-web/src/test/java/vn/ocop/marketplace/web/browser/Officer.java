package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** What an officer of the province does at the desk, and what sellers bring there. */
final class Officer {

    private Officer() {}

    static void opens(Page page, String shop) {
        page.navigate("/ban-tinh/gian-hang?q=" + shop.replace(" ", "+"));
        Soundness.check(page, "province-shops");
        page.locator("article h3 a", new Page.LocatorOptions().setHasText(shop)).click();
        Soundness.check(page, "province-shop");
        page.locator("button[value=OPEN]").click();
        page.waitForURL("**vua=OPEN");
        assertThat(page.locator(".state").first().innerText()).isEqualToIgnoringCase("đang mở");
    }

    static void approves(Page page, String title) {
        page.navigate("/ban-tinh");
        Soundness.check(page, "province-listings");
        page.navigate("/ban-tinh?q=" + title.replace(" ", "+"));
        page.locator("article h3 a", new Page.LocatorOptions().setHasText(title))
                .click();
        Soundness.check(page, "province-listing");
        page.locator("button[value=APPROVE]").click();
        page.waitForURL("**vua=APPROVE");
    }

    /** As from a telephone, and like no other. */
    static byte[] photograph() {
        var image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        var shade = new Color(ThreadLocalRandom.current().nextInt(0x1000000));
        brush.setPaint(new GradientPaint(0, 0, new Color(0xD9B45B), 1600, 1200, shade));
        brush.fillRect(0, 0, 1600, 1200);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
