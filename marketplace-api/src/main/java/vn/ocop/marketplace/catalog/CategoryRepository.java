package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
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
}
