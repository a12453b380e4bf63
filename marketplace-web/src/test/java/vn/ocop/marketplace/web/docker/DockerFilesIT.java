package vn.ocop.marketplace.web.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What of the container set-up can be checked without a container engine. */
class DockerFilesIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCKER = ROOT.resolve("docker");
    /** Read by the entrypoint and the health check, not by the applications. */
    private static final Set<String> OF_THE_IMAGE = Set.of("SERVER_PORT", "JAVA_HEAP");

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Object> compose = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(DOCKER.resolve("compose.yaml")));
        return (Map<String, Map<String, Object>>) compose.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) throws IOException {
        return (Map<String, Object>) services().get(service).getOrDefault("environment", Map.of());
    }

    @Test
    void composeNamesEverythingTheMarketplaceNeeds() throws IOException {
        assertThat(services()).containsKeys("postgres", "elasticsearch", "pictures", "api", "indexer", "web");
        assertThat(services().get("web")).containsKey("ports");
        assertThat(services().get("api")).doesNotContainKey("ports");
    }

    @ParameterizedTest
    @CsvSource({"api, marketplace-api", "indexer, search-indexer", "web, marketplace-web"})
    void everySettingIsOneTheApplicationReads(String service, String module) throws IOException {
        var read = new TreeSet<>(OF_THE_IMAGE);
        var resources = ROOT.resolve(module).resolve("src/main/resources");
        try (var files = Files.list(resources)) {
            for (var file : files.filter(name -> name.getFileName().toString().startsWith("application."))
                    .toList()) {
                Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> read.add(found.group(1)));
            }
        }

        assertThat(read).containsAll(environment(service).keySet());
    }

    @Test
    void noSecretHasADefault() throws IOException {
        for (var service : services().keySet()) {
            environment(service).forEach((name, value) -> {
                if (name.matches(".*(PASSWORD|SECRET|_KEY).*")) {
                    assertThat(String.valueOf(value)).as(service + " " + name).matches("\\$\\{[A-Z_0-9]+(:\\?.*|:-)}");
                }
            });
        }
    }

    @Test
    void theImageCopiesWhatIsThereAndRunsAsNobody() throws IOException {
        var lines = Files.readAllLines(DOCKER.resolve("Dockerfile"));

        assertThat(lines).filteredOn(line -> line.startsWith("FROM ")).hasSize(2);
        assertThat(lines).anyMatch(line -> line.matches("USER [1-9][0-9]*"));
        assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK "));
        assertThat(DOCKER.resolve("entrypoint.sh")).isExecutable();
        var copied = lines.stream()
                .filter(line -> line.startsWith("COPY --chmod"))
                .map(line -> line.split(" ")[2])
                .toList();
        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @ParameterizedTest
    @CsvSource({"marketplace-api", "search-indexer", "marketplace-web"})
    void theJarHasTheLayersTheImageCopies(String module) throws Exception {
        var copied = Files.readAllLines(DOCKER.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY --from=build /app/"))
                .map(line -> line.substring("COPY --from=build /app/".length(), line.indexOf("/ ./")))
                .collect(Collectors.toSet());

        assertThat(layers(jar(module))).hasSameElementsAs(copied);
    }

    private static Path jar(String module) throws IOException {
        try (var files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> layers(Path jar) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Djarmode=tools", "-jar", jar.toString(), "list-layers")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
