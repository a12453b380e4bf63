package vn.ocop.marketplace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

class ModularityTest {

    /** Plain libraries of this repository, open to every module. */
    private static final String[] LIBRARIES = {
        "vn.ocop.marketplace.searchcontract..",
        "vn.ocop.marketplace.hotreads..",
        "vn.ocop.marketplace.setclock..",
        "vn.ocop.marketplace.local.."
    };

    private final ApplicationModules modules =
            ApplicationModules.of(MarketplaceApi.class, resideInAnyPackage(LIBRARIES));

    @Test
    void arrowsPointOneWayAndOnlyAtWhatIsPublished() {
        modules.verify();
    }

    /**
     * The application migrates its modules in the order of a list. Without the list it reads every class of its own at
     * each start and keeps what it read: dozens of megabytes.
     */
    @Test
    void theApplicationKnowsItsModulesInOrder() throws IOException {
        var listed = new ArrayList<String>();
        try (var list = getClass().getResourceAsStream("/META-INF/spring-modulith/application-modules.json")) {
            listed.addAll(new JsonMapper().readTree(list).propertyNames());
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(modules.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
        for (var module : modules) {
            var neededFirst = module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(needed -> needed.getIdentifier().toString());
            assertThat(listed.subList(0, listed.indexOf(module.getIdentifier().toString())))
                    .as("before " + module.getIdentifier())
                    .containsAll(neededFirst.toList());
        }
    }
}
