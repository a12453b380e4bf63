package vn.ocop.marketplace.web.dossier;

import java.util.List;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** What goes with a certificate, as the officer of its province reads it. */
public record OfficerPapersPage(
        Head head, Person.Membership province, String shop, String certificate, List<Paper> papers) {

    public String filePath(Paper paper) {
        return "/ban-tinh/chung-nhan/" + shop + "/" + certificate + "/giay-to/" + paper.id();
    }
}
