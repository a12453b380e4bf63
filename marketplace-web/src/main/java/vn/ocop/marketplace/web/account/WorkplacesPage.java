package vn.ocop.marketplace.web.account;

import java.util.List;
import vn.ocop.marketplace.web.site.Head;

/** Where somebody works: one goes from one to the other here. */
public record WorkplacesPage(Head head, Person person) {

    public List<Person.Membership> works() {
        return person.works();
    }
}
