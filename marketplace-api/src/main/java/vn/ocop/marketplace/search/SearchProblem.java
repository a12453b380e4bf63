package vn.ocop.marketplace.search;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of the search. */
public enum SearchProblem implements ProblemCode {
    BAD_CURSOR("search.bad-cursor", HttpStatus.BAD_REQUEST),
    DESK_NOT_FOUND("search.desk-not-found", HttpStatus.NOT_FOUND),
    RULE_NOT_FOUND("search.rule-not-found", HttpStatus.NOT_FOUND),
    /** What only the search engine can tell while it is away. */
    ENGINE_AWAY("search.engine-away", HttpStatus.SERVICE_UNAVAILABLE);

    private final String code;
    private final HttpStatus status;

    SearchProblem(String code, HttpStatus status) {
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
