package vn.ocop.marketplace.platform.web;

import java.text.Normalizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Text that comes in is NFC, trimmed and free of characters that no text needs and no database takes. */
@Configuration(proxyBeanMethods = false)
class TextAtTheEdge {

    @Bean
    JsonMapperBuilderCustomizer composedText() {
        var module = new SimpleModule("composed-text");
        module.addDeserializer(String.class, new ComposedText());
        return builder -> builder.addModule(module)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /** PostgreSQL takes no NUL in text, so no address with one can mean anything here. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter noNulInAddresses(ProblemResponses problems) {
        return (exchange, chain) -> {
            var uri = exchange.getRequest().getURI();
            var query = uri.getRawQuery();
            return uri.getRawPath().contains("%00") || (query != null && query.contains("%00"))
                    ? Mono.defer(() -> problems.write(new ProblemException(PlatformProblem.MALFORMED), exchange))
                    : chain.filter(exchange);
        };
    }

    static String compose(String typed) {
        var composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t') {
                return composed.replaceAll("[\\x00-\\x08\\x0b-\\x1f]", "").strip();
            }
        }
        return composed.strip();
    }

    private static final class ComposedText extends StdScalarDeserializer<String> {

        ComposedText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            return compose(parser.getString());
        }
    }
}
