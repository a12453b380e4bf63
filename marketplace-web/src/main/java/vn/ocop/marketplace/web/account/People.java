package vn.ocop.marketplace.web.account;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.api.MarketplaceApi;

/** Asks the API who the visitor is. */
@Component
public class People {

    private final MarketplaceApi api;

    People(MarketplaceApi api) {
        this.api = api;
    }

    public Mono<Person> who(Caller caller) {
        return api.get(caller, ApiAddress.of("/api/v1/me"), Person.class);
    }
}
