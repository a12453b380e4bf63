package vn.ocop.marketplace.web.selling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.opening.Opening;
import vn.ocop.marketplace.web.site.Head;

/**
 * What there is to do in a shop: every number leads to its list.
 *
 * @param opening the shop's file, for who may see it
 * @param helpers who works for the shop by its mandate, for who may end that
 */
public record TodoPage(
        Head head,
        List<Person.Membership> shops,
        Person.Membership shop,
        @Nullable Opening opening,
        List<Todo> todo,
        List<Helper> helpers) {

    /** So many things that wait, and where; {@code key} names them. */
    public record Todo(String key, long number, String path) {}

    /** A mandate of the shop. */
    public record Helper(String id, String agentKind, LocalDate validTo, String state) {

        /** A list of them. */
        record All(List<Helper> items) {}

        boolean works() {
            return state.equals("ACTIVE");
        }
    }

    public boolean nothing() {
        return todo.stream().allMatch(work -> work.number() == 0);
    }
}
