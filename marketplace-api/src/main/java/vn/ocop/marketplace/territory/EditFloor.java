package vn.ocop.marketplace.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** The platform gives a province its front page: words, colours that can be read, host names. */
@Service
public class EditFloor {

    private static final String PLATFORM = "*";

    private final FloorRepository floors;
    private final TerritoryInMemory territory;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    EditFloor(FloorRepository floors, TerritoryInMemory territory, AuditLog audit, TransactionalOperator transaction) {
        this.floors = floors;
        this.territory = territory;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A floor as it stands, with the version to send back; 0 for one that was never written. */
    public record EditedFloor(Floor floor, long version) {}

    public Mono<EditedFloor> find(String province, Caller administrator) {
        var known = known(province, administrator);
        return floors.find(known.code()).defaultIfEmpty(new EditedFloor(TerritoryQueries.plain(known), 0));
    }

    /** Other copies of the application follow within minutes. */
    public Mono<EditedFloor> save(Floor wanted, @Nullable UUID banner, long version, Caller administrator) {
        var known = known(wanted.provinceCode(), administrator);
        mustBeReadable(wanted.brand());
        return mustBePicture(banner)
                .then(Mono.defer(() -> floors.save(wanted, banner, version)))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(TerritoryProblem.FLOOR_STALE)))
                .then(Mono.defer(() -> floors.replaceHosts(known.code(), wanted.hosts())))
                .onErrorMap(DuplicateKeyException.class, taken -> new ProblemException(TerritoryProblem.HOST_TAKEN))
                .then(Mono.defer(() -> audit.record(
                        administrator,
                        Act.of("territory.floor-changed", Act.Owner.platform())
                                .in(known.code())
                                .on(known.code()))))
                .as(transaction::transactional)
                .then(Mono.defer(territory::load))
                .then(Mono.defer(() -> floors.find(known.code())));
    }

    private Province known(String code, Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_FLOORS, PLATFORM, TerritoryProblem.PROVINCE_NOT_FOUND);
        return territory
                .province(code)
                .orElseThrow(() -> new ProblemException(TerritoryProblem.PROVINCE_NOT_FOUND, code));
    }

    private Mono<Void> mustBePicture(@Nullable UUID banner) {
        return banner == null
                ? Mono.empty()
                : floors.isPicture(banner)
                        .filter(known -> known)
                        .switchIfEmpty(Mono.error(() -> new ProblemException(
                                PlatformProblem.INVALID,
                                List.of(new FieldProblem("bannerId", "field.floor-unknown-picture")))))
                        .then();
    }

    /** White words stand on both colours. */
    private static void mustBeReadable(Floor.@Nullable Brand brand) {
        if (brand == null) {
            return;
        }
        var problems = new ArrayList<FieldProblem>();
        if (Contrast.withWhite(brand.leaf()) < Contrast.READABLE) {
            problems.add(new FieldProblem("leaf", "field.floor-too-pale"));
        }
        if (Contrast.withWhite(brand.lacquer()) < Contrast.READABLE) {
            problems.add(new FieldProblem("lacquer", "field.floor-too-pale"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, List.copyOf(problems));
        }
    }
}
