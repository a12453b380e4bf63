package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** Reads the whole taxonomy: it is small and kept in memory. */
@Repository
class CategoryRepository {

    private final DatabaseClient database;

    CategoryRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<CategoryTree.Row> categories() {
        return database.sql("""
                select code, parent, level, name_vi, name_en, slug
                  from catalog.categories
                 order by position
                """)
                .map(row -> new CategoryTree.Row(
                        Rows.get(row, "code", String.class),
                        row.get("parent", String.class),
                        Category.Level.valueOf(Rows.get(row, "level", String.class)),
                        new LocalizedText(
                                Rows.get(row, "name_vi", String.class), Rows.get(row, "name_en", String.class)),
                        Rows.get(row, "slug", String.class)))
                .all();
    }

    Flux<CategoryRule> rules() {
        return database.sql("""
                select category_code, rule, valid_from, valid_to
                  from catalog.category_rules
                """)
                .map(row -> new CategoryRule(
                        Rows.get(row, "category_code", String.class),
                        CategoryRule.Kind.valueOf(Rows.get(row, "rule", String.class)),
                        Rows.get(row, "valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)))
                .all();
    }

    Flux<RequiredAttribute> attributes() {
        return database.sql("""
                select category_code, attribute, valid_from, valid_to
                  from catalog.category_attributes
                """)
                .map(row -> new RequiredAttribute(
                        Rows.get(row, "category_code", String.class),
                        Rows.get(row, "attribute", String.class),
                        Rows.get(row, "valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)))
                .all();
    }

    /** What is asked for no longer ends today, what was not asked for begins today. */
    Mono<Void> require(String code, Set<String> attributes, LocalDate today, String reference) {
        return database.sql("""
                with unwanted as (
                    delete from catalog.category_attributes
                     where category_code = :code
                       and valid_from >= :today
                       and attribute <> all(:attributes)
                ), ended as (
                    update catalog.category_attributes
                       set valid_to = :today
                     where category_code = :code
                       and valid_from < :today
                       and (valid_to is null or valid_to > :today)
                       and attribute <> all(:attributes)
                )
                insert into catalog.category_attributes (category_code, attribute, valid_from, reference)
                select :code, a.attribute, :today, :reference
                  from unnest(:attributes::text[]) as a (attribute)
                 where not exists (select from catalog.category_attributes k
                                    where k.category_code = :code
                                      and k.attribute = a.attribute
                                      and k.valid_from <= :today
                                      and (k.valid_to is null or k.valid_to > :today))
                    on conflict (category_code, attribute, valid_from) do update set valid_to = null
                """)
                .bind("code", code)
                .bind("attributes", attributes.toArray(String[]::new))
                .bind("today", today)
                .bind("reference", reference)
                .then();
    }
}
