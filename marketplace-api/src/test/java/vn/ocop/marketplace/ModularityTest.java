package vn.ocop.marketplace;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void arrowsPointOneWayAndOnlyAtWhatIsPublished() {
        ApplicationModules.of(MarketplaceApi.class).verify();
    }
}
