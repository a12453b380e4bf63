package vn.ocop.marketplace.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** What stands between the first question and being in: pages that ask for a code, and the way on. */
@Component
class Doors {

    private final Pages pages;

    Doors(Pages pages) {
        this.pages = pages;
    }

    ResponseEntity<byte[]> enter(Visit visit, Members.Entered entered, String returnTo) {
        var person = entered.person();
        if (person == null) {
            return askSecondFactor(visit, entered.half() == null ? "" : entered.half(), returnTo, null);
        }
        return pages.seeOther(visit, returnTo.isEmpty() ? person.home() : returnTo);
    }

    ResponseEntity<byte[]> askSecondFactor(Visit visit, String half, String returnTo, @Nullable String refusal) {
        return page(
                visit,
                new CodePage(
                        Head.personal(visit.t("second-factor.title")),
                        "/dang-nhap/buoc-hai",
                        Map.of("token", half, "ve", returnTo),
                        visit.t("second-factor.text"),
                        null,
                        refusal));
    }

    ResponseEntity<byte[]> askCode(
            Visit visit, String action, Members.SentCode sent, Map<String, String> along, @Nullable String refusal) {
        var hidden = new LinkedHashMap<>(along);
        hidden.put("codeId", sent.id());
        hidden.put("sentTo", sent.sentTo());
        return page(
                visit,
                new CodePage(
                        Head.personal(visit.t("code.title")),
                        action,
                        hidden,
                        visit.t("code.sent", sent.sentTo()),
                        visit.t("code.help"),
                        refusal));
    }

    private ResponseEntity<byte[]> page(Visit visit, CodePage page) {
        var status = page.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(status, "account/code", visit, page, Freshness.PERSONAL);
    }
}
