package vn.ocop.marketplace.shop;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Workplaces;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;

/** Names the provinces officers work for. */
@Component
class ProvinceWorkplaces implements Workplaces {

    private final Territory territory;

    ProvinceWorkplaces(Territory territory) {
        this.territory = territory;
    }

    @Override
    public Membership.Kind kind() {
        return Membership.Kind.PROVINCE;
    }

    @Override
    public Mono<String> name(String scope) {
        return Mono.justOrEmpty(territory.province(scope)).map(Province::name);
    }
}
