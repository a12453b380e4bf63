package vn.ocop.marketplace.web.site;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The site's public address, and the file that sets its clock where it is not the machine's. */
@ConfigurationProperties("marketplace.site")
public record SiteSettings(
        @DefaultValue("http://localhost:8080") URI url,
        @DefaultValue("") String clockFile) {

    /** The public address of a path. */
    public String absolute(String path) {
        var base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    public boolean secure() {
        return "https".equals(url.getScheme());
    }
}
