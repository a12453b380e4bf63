package vn.ocop.marketplace.shop;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Hands a shop all that is kept of it, also after it was suspended or closed: its people stay its people. Line by line,
 * however much it is.
 */
@Service
public class ExportShopRecords {

    private final ShopFileRepository files;
    private final List<ShopRecords> parts;
    private final AuditLog audit;

    ExportShopRecords(ShopFileRepository files, List<ShopRecords> parts, AuditLog audit) {
        this.files = files;
        this.parts = List.copyOf(parts);
        this.audit = audit;
    }

    /** Each line is a JSON object that names its section. */
    public Flux<String> export(UUID shop, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_STAFF, shop.toString(), ShopProblem.NOT_FOUND);
        return files.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .delayUntil(file -> audit.record(
                        seller,
                        Act.of("shop.records-exported", Act.Owner.shop(shop))
                                .in(file.provinceCode())
                                .on(shop)))
                .thenMany(Flux.fromIterable(parts))
                .concatMap(part -> part.of(shop)
                        .map(line -> "{\"section\":\"" + part.section() + "\",\"record\":" + line + "}\n"));
    }
}
