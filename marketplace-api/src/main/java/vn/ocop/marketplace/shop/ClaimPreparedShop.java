package vn.ocop.marketplace.shop;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PreparedShops;

/** Hands a household the shop that was put down for it. */
@Component
class ClaimPreparedShop implements PreparedShops {

    private final PreparedShopRepository repository;

    ClaimPreparedShop(PreparedShopRepository repository) {
        this.repository = repository;
    }

    @Override
    public Mono<UUID> claim(UUID mandate, UUID household) {
        return repository.claim(mandate, household);
    }
}
