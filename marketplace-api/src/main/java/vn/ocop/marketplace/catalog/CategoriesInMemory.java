package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ReferenceData;

/** Keeps the taxonomy and its rules. */
@Component
class CategoriesInMemory implements Categories, ReferenceData {

    private final CategoryRepository repository;
    private volatile CategoryTree tree = CategoryTree.EMPTY;

    CategoriesInMemory(CategoryRepository repository) {
        this.repository = repository;
    }

    @Override
    public Mono<Void> load() {
        return Mono.zip(
                        repository.categories().collectList(),
                        repository.rules().collectList(),
                        repository.attributes().collectList())
                .map(read -> CategoryTree.of(read.getT1(), read.getT2(), read.getT3()))
                .doOnNext(read -> tree = read)
                .then();
    }

    @Override
    public List<Category> sectors() {
        return tree.sectors();
    }

    @Override
    public Optional<Category> find(String codeOrSlug) {
        return Optional.ofNullable(tree.byCode().get(codeOrSlug))
                .or(() -> Optional.ofNullable(tree.bySlug().get(codeOrSlug)));
    }

    @Override
    public List<Category> path(String code) {
        return tree.path(code);
    }

    @Override
    public boolean ageRestricted(String code, LocalDate day) {
        return tree.bound(code, CategoryRule.Kind.ADULTS_ONLY, day);
    }

    @Override
    public boolean cashOnDelivery(String code, LocalDate day) {
        return !tree.bound(code, CategoryRule.Kind.NO_CASH_ON_DELIVERY, day);
    }

    @Override
    public Set<String> requiredAttributes(String code, LocalDate day) {
        return tree.requiredAttributes(code, day);
    }
}
