package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document is generated from the code; the checked-in copy is what reviewers compare. */
class OpenApiIT implements LocalApi {

    private static final Path CHECKED_IN = Path.of("..", "docs", "openapi.yaml");

    /** Run with {@code -Ddocs.write=true} to write the copy anew after changing the API. */
    @Test
    void theCheckedInDocumentIsTheOneServed() throws IOException {
        var served = yaml(document());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(CHECKED_IN, served);
        }

        assertThat(Files.readString(CHECKED_IN)).isEqualTo(served);
    }

    @Test
    void everyOperationSaysWhatItDoes() {
        var ids = new HashSet<String>();
        for (JsonNode operation : operations(document())) {
            assertThat(operation.path("summary").asString(""))
                    .as(operation.toString())
                    .isNotBlank();
            assertThat(operation.path("tags").size()).as(operation.toString()).isPositive();
            assertThat(operation.at("/responses/4XX").isMissingNode()).isFalse();
            assertThat(ids.add(operation.path("operationId").asString())).isTrue();
        }
        assertThat(ids).hasSizeGreaterThan(25);
    }

    @Test
    void isOpenApi31() {
        assertThat(document().path("openapi").asString()).startsWith("3.1");
        assertThat(ApiClient.stranger().raw("GET", "/docs", "").status()).isIn(200, 302);
    }

    private static JsonNode document() {
        return ApiClient.stranger().get("/openapi.json").body();
    }

    private static Iterable<JsonNode> operations(JsonNode document) {
        var all = new ArrayList<JsonNode>();
        document.path("paths").forEach(path -> path.forEach(all::add));
        return all;
    }

    private static String yaml(JsonNode document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(140);
        return new Yaml(options).dump(JsonMapper.shared().treeToValue(document, Object.class));
    }
}
