package vn.ocop.marketplace.web.community;

import java.util.List;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/**
 * A team's own page.
 *
 * @param months what those bought whom it brought, the newest first
 * @param invitation the address its code stands for
 * @param qr the same for a telephone's camera
 */
public record TeamPage(
        Head head,
        Person.Membership team,
        List<Person.Membership> teams,
        Team.Told told,
        List<Team.Month> months,
        String invitation,
        String qr) {

    public String helpPath() {
        return "/giup-ban-hang?noi=COMMUNITY_TEAM:" + team.scope();
    }
}
