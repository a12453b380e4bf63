package vn.ocop.marketplace.account;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Answers which shop was put down for a household before it agreed; for the module that owns shops. */
public interface PreparedShops {

    /** Hands it over to the household, in the transaction in which its mandate comes into force; empty without one. */
    Mono<UUID> claim(UUID mandate, UUID household);
}
