package vn.ocop.marketplace.shop;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Workplaces;

/** Names the shops people work for. */
@Component
class ShopWorkplaces implements Workplaces {

    private final ShopDirectory shops;

    ShopWorkplaces(ShopDirectory shops) {
        this.shops = shops;
    }

    @Override
    public Membership.Kind kind() {
        return Membership.Kind.SHOP;
    }

    @Override
    public Mono<String> name(String scope) {
        return shops.find(UUID.fromString(scope)).map(Shop::name);
    }
}
