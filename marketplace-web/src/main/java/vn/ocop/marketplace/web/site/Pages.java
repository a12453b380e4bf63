package vn.ocop.marketplace.web.site;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders templates. Every page template takes {@code visit} and {@code model}. */
@Component
public class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine;

    Pages(TemplateEngine engine) {
        this.engine = engine;
    }

    /** A page that is found, e.g. {@code html("storefront/home", visit, model, Freshness.BROWSED)}. */
    public ResponseEntity<byte[]> html(String template, Visit visit, Object model, Freshness freshness) {
        return html(HttpStatus.OK, template, visit, model, freshness);
    }

    public ResponseEntity<byte[]> html(
            HttpStatus status, String template, Visit visit, Object model, Freshness freshness) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, freshness.cacheControl())
                .header(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag())
                .body(render(template, visit, model));
    }

    /** Sends the browser on after a form was handled (303, so that reloading does not send it again). */
    public ResponseEntity<byte[]> seeOther(Visit visit, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(visit.link(path)))
                .header(HttpHeaders.CACHE_CONTROL, Freshness.PERSONAL.cacheControl())
                .build();
    }

    byte[] render(String template, Visit visit, Object model) {
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("visit", visit, "model", model), output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
