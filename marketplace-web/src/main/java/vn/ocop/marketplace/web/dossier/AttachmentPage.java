package vn.ocop.marketplace.web.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.selling.CertificateItem;
import vn.ocop.marketplace.web.site.Head;

/** Which papers of a shop go with one of its certificates. */
public record AttachmentPage(
        Head head,
        Person.Membership shop,
        CertificateItem certificate,
        List<Paper> papers,
        List<Paper> attached,
        boolean saved,
        @Nullable String refusal) {

    public boolean isAttached(Paper paper) {
        return attached.stream().anyMatch(one -> one.id().equals(paper.id()));
    }

    public String action() {
        return "/nguoi-ban/kho-ho-so/chung-nhan/" + certificate.id();
    }
}
