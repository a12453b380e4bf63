package vn.ocop.marketplace;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/** The OpenAPI document: who may call what, and that every refusal has one shape. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Language.class)
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON"))
                .replaceWithSchema(
                        Vnd.class, new IntegerSchema().format("int64").description("Whole đồng"));
    }

    @Bean
    OpenAPI marketplace() {
        return new OpenAPI()
                .info(new Info()
                        .title("OCOP marketplace")
                        .version("v1")
                        .description("Find an OCOP specialty, buy it, follow it. Texts come in the language of"
                                + " Accept-Language, Vietnamese or English; money is whole đồng.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description("The token of a guest's or member's session"))
                        .addSchemas(PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        var fieldError = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("RFC 9457; code is stable, title and detail are for people")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", new StringSchema())
                .addProperty("errors", new ArraySchema().items(fieldError))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    /** Whoever takes a caller needs a session. */
    @Bean
    OperationCustomizer operationsThatNeedASession() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters()).anyMatch(OpenApiConfiguration::needsCaller)) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
            return operation;
        };
    }

    private static boolean needsCaller(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class
                && Arrays.stream(parameter.getParameter().getAnnotatedType().getAnnotations())
                        .noneMatch(Nullable.class::isInstance);
    }

    /** In the same order at every start, so that the checked-in document can be compared; refusals named everywhere. */
    @Bean
    OpenApiCustomizer refusalsOfOperations() {
        return document -> {
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiConfiguration::addRefusal);
            var schemas = document.getComponents().getSchemas();
            document.getComponents().setSchemas(sorted(schemas));
            // Tags come in the order of a hash, which a new one changes.
            document.setTags(document.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        };
    }

    @SuppressWarnings("rawtypes") // as the document's model has it
    private static Map<String, Schema> sorted(Map<String, Schema> schemas) {
        return new TreeMap<>(schemas);
    }

    private static void addRefusal(Operation operation) {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        operation
                .getResponses()
                .addApiResponse(
                        "4XX", new ApiResponse().description("Refused, and why").content(content));
    }
}
