package vn.ocop.marketplace.web.site;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the error page says: what happened, why, and what to do. */
public record ErrorPage(Head head, HttpStatus status, String kind, String title, String detail) {

    static ErrorPage of(Visit visit, HttpStatus status, String kind, @Nullable String detail) {
        var title = visit.t("error." + kind + ".title");
        return new ErrorPage(
                Head.personal(title),
                status,
                kind,
                title,
                detail == null ? visit.t("error." + kind + ".text") : detail);
    }

    public String drawing() {
        return switch (kind) {
            case "away", "broken", "hurried" -> "closed";
            default -> "lost";
        };
    }

    /** Whether trying the same again may help. */
    public boolean retry() {
        return drawing().equals("closed");
    }
}
