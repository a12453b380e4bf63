package vn.ocop.marketplace.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * A real OpenID provider for trying: discovery, authorization code with PKCE, signed tokens. It believes whatever name
 * and number is typed, says so on its page, and answers on this machine only.
 */
public final class IdentityDesk implements AutoCloseable {

    public static final String ISSUER = "dinh-danh-thu";
    /** What the site calls it, so that nobody takes it for the real one. */
    public static final String NAME = "VNeID (thử nghiệm)";

    private final MockOAuth2Server server;

    private IdentityDesk(MockOAuth2Server server) {
        this.server = server;
    }

    /** Somebody who can be vouched for at one click. */
    public record Someone(String phone, String name, String role) {}

    /** The library reads its page from a file, so it is written into the directory of what runs. */
    public static IdentityDesk start(int port, Path directory, List<Someone> people) {
        try {
            Files.createDirectories(directory);
            var page = Files.writeString(directory.resolve("identity.html"), page(people));
            var server = new MockOAuth2Server(new OAuth2Config(
                    true, page.toString(), null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
            server.start(InetAddress.getLoopbackAddress(), port);
            return new IdentityDesk(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String page(List<Someone> people) throws IOException {
        var choices = new StringBuilder();
        for (var person : people) {
            choices.append("""
                    <form method="post">
                      <input type="hidden" name="username" value="%s">
                      <input type="hidden" name="claims" value="%s">
                      <button>%s<small>%s, %s</small></button>
                    </form>
                    """.formatted(
                            person.phone(),
                            escaped(claims(person)),
                            escaped(person.name()),
                            escaped(person.role()),
                            person.phone()));
        }
        return template().replace("<!-- people -->", choices);
    }

    private static String claims(Someone person) {
        return "{\"name\": \"%s\", \"phone_number\": \"+84%s\", \"phone_number_verified\": true}"
                .formatted(person.name(), person.phone().substring(1));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String template() throws IOException {
        try (InputStream page = Objects.requireNonNull(IdentityDesk.class.getResourceAsStream("page.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
