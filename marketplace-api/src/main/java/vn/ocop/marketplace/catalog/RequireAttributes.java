package vn.ocop.marketplace.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * What listings of a category must tell from today on. Dated, with its ground: what was required before stays on
 * record, and listings on sale stay there until they are edited.
 */
@Service
public class RequireAttributes {

    /** What a listing can tell at all; the listing module shows these. */
    public static final List<String> KNOWN = List.of(
            "net_weight",
            "origin",
            "material",
            "dimensions",
            "ingredients",
            "shelf_life",
            "storage",
            "usage",
            "registration");

    private static final String PLATFORM = "*";

    private final CategoryRepository repository;
    private final CategoriesInMemory categories;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RequireAttributes(
            CategoryRepository repository,
            CategoriesInMemory categories,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.repository = repository;
        this.categories = categories;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sets what the category itself asks for; what is asked for above it still binds it too. */
    public Mono<Set<String>> set(String code, Set<String> attributes, String reference, Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_CATEGORIES, PLATFORM, CatalogProblem.CATEGORY_NOT_FOUND);
        var category =
                categories.find(code).orElseThrow(() -> new ProblemException(CatalogProblem.CATEGORY_NOT_FOUND, code));
        if (!KNOWN.containsAll(attributes)) {
            throw new ProblemException(
                    PlatformProblem.INVALID,
                    List.of(new FieldProblem("attributes", "field.catalog-unknown-attribute")));
        }
        var today = BusinessTime.today(clock);
        return repository
                .require(category.code(), attributes, today, reference)
                .then(Mono.defer(() -> audit.record(
                        administrator,
                        Act.of("catalog.attributes-changed", Act.Owner.platform())
                                .on(category.code())
                                .because(reference))))
                .as(transaction::transactional)
                .then(Mono.defer(categories::load))
                .then(Mono.fromSupplier(() -> categories.requiredAttributes(category.code(), today)));
    }
}
