package vn.ocop.marketplace.community;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about community teams. */
public enum CommunityProblem implements ProblemCode {
    TEAM_NOT_FOUND("community.team-not-found", HttpStatus.NOT_FOUND),
    UNKNOWN_CODE("community.unknown-code", HttpStatus.NOT_FOUND),
    NAMED_ANOTHER("community.named-another", HttpStatus.CONFLICT),
    OWN_TEAM("community.own-team", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    CommunityProblem(String code, HttpStatus status) {
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
