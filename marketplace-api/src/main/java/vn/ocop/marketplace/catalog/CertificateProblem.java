package vn.ocop.marketplace.catalog;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about certificates. */
public enum CertificateProblem implements ProblemCode {
    NOT_FOUND("catalog.certificate-not-found", HttpStatus.NOT_FOUND),
    STALE("catalog.certificate-stale", HttpStatus.PRECONDITION_FAILED),
    VERSION_NEEDED("catalog.certificate-version-needed", HttpStatus.PRECONDITION_REQUIRED),
    ILLEGAL_DECISION("catalog.certificate-illegal-decision", HttpStatus.CONFLICT),
    REASON_NEEDED("catalog.certificate-reason-needed", HttpStatus.BAD_REQUEST),
    OWN_CASE("catalog.certificate-own-case", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    CertificateProblem(String code, HttpStatus status) {
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
