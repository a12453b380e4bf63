package vn.ocop.marketplace.web.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.opening.Opening;
import vn.ocop.marketplace.web.site.Head;

/**
 * What there is to do in a shop: every number leads to its list.
 *
 * @param opening the shop's file, for who may see it
 */
public record TodoPage(
        Head head,
        List<Person.Membership> shops,
        Person.Membership shop,
        @Nullable Opening opening,
        List<Todo> todo) {

    /** So many things that wait, and where; {@code key} names them. */
    public record Todo(String key, long number, String path) {}

    public boolean nothing() {
        return todo.stream().allMatch(work -> work.number() == 0);
    }
}
