package vn.ocop.marketplace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    /** Plain libraries of this repository, open to every module. */
    private static final String[] LIBRARIES = {
        "vn.ocop.marketplace.searchcontract..", "vn.ocop.marketplace.hotreads..", "vn.ocop.marketplace.local.."
    };

    @Test
    void arrowsPointOneWayAndOnlyAtWhatIsPublished() {
        ApplicationModules.of(MarketplaceApi.class, resideInAnyPackage(LIBRARIES))
                .verify();
    }
}
