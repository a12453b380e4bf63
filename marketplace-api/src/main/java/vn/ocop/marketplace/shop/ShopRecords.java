package vn.ocop.marketplace.shop;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** What one module keeps of a shop and its people may take away; each element is one JSON object. */
public interface ShopRecords {

    /** What these records are, such as {@code orders}. */
    String section();

    Flux<String> of(UUID shop);
}
