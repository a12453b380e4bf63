package vn.ocop.marketplace.web.dossier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/** A shop's vault. */
public record VaultPage(
        Head head,
        Person.Membership shop,
        List<Paper> papers,
        @Nullable String said,
        @Nullable String refusal,
        @Nullable ApiProblem problem,
        String key) {

    static VaultPage of(
            Visit visit,
            Person.Membership shop,
            List<Paper> papers,
            @Nullable String said,
            @Nullable String refusal,
            @Nullable ApiProblem problem) {
        return new VaultPage(
                Head.personal(visit.t("dossier.title")),
                shop,
                papers,
                said,
                refusal,
                problem,
                UUID.randomUUID().toString());
    }

    public List<Option> kinds(Visit visit) {
        return Paper.KINDS.stream()
                .map(kind -> new Option(kind, visit.t("dossier.kind." + kind), false))
                .toList();
    }

    public String filePath(Paper paper) {
        return "/nguoi-ban/kho-ho-so/" + paper.id() + "/tep?gian-hang=" + shop.scope();
    }
}
