package vn.ocop.marketplace.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.web.site.Crumb;

class CategoryTreeTest {

    private final Category set = new Category("s13", "Coffee", "coffee", "SET", "g06", false, null);
    private final Category group = new Category("g06", "Coffee", "coffee", "GROUP", "I", false, List.of(set));
    private final Category sector = new Category("I", "Food", "food", "SECTOR", null, false, List.of(group));
    private final CategoryTree tree = new CategoryTree(List.of(sector));

    @Test
    void findsByCodeOrSlugTheWiderFirst() {
        assertThat(tree.find("s13")).isEqualTo(set);
        assertThat(tree.find("coffee")).isEqualTo(group);
        assertThat(tree.find("none")).isNull();
    }

    @Test
    void namesTheWayDown() {
        assertThat(tree.crumbs(set))
                .containsExactly(
                        new Crumb("Food", "/nhom/food"), new Crumb("Coffee", "/nhom/coffee"), Crumb.here("Coffee"));
        assertThat(tree.groups()).containsExactly(group);
    }
}
