package vn.ocop.marketplace.dossier;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about dossiers. */
public enum DossierProblem implements ProblemCode {
    PAPER_NOT_FOUND("dossier.paper-not-found", HttpStatus.NOT_FOUND),
    PAPER_IN_USE("dossier.paper-in-use", HttpStatus.CONFLICT),
    FULL("dossier.full", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    DossierProblem(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
