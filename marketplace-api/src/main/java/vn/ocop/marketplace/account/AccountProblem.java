package vn.ocop.marketplace.account;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of sign-up, sign-in and sessions. */
public enum AccountProblem implements ProblemCode {
    SIGN_IN_NEEDED("account.sign-in-needed", HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED("account.not-allowed", HttpStatus.FORBIDDEN),
    WRONG_SIGN_IN("account.wrong-sign-in", HttpStatus.UNAUTHORIZED),
    TOO_MANY_TRIES("account.too-many-tries", HttpStatus.TOO_MANY_REQUESTS),
    PHONE_TAKEN("account.phone-taken", HttpStatus.CONFLICT),
    EMAIL_TAKEN("account.email-taken", HttpStatus.CONFLICT),
    WRONG_CODE("account.wrong-code", HttpStatus.CONFLICT),
    SESSION_NOT_FOUND("account.session-not-found", HttpStatus.NOT_FOUND),
    AUTHENTICATOR_IN_USE("account.authenticator-in-use", HttpStatus.CONFLICT),
    AUTHENTICATOR_NEEDED("account.authenticator-needed", HttpStatus.CONFLICT),
    MEMBERS_ONLY("account.members-only", HttpStatus.FORBIDDEN),
    WORKPLACE_NOT_FOUND("account.workplace-not-found", HttpStatus.NOT_FOUND),
    PERSON_NOT_FOUND("account.person-not-found", HttpStatus.NOT_FOUND),
    STAFF_NOT_FOUND("account.staff-not-found", HttpStatus.NOT_FOUND),
    INVITATION_NOT_FOUND("account.invitation-not-found", HttpStatus.NOT_FOUND),
    LAST_OWNER("account.last-owner", HttpStatus.CONFLICT),
    MORE_THAN_ONES_OWN("account.more-than-ones-own", HttpStatus.FORBIDDEN),
    NO_SUCH_DOCUMENT("account.no-such-document", HttpStatus.NOT_FOUND),
    ERASURE_BLOCKED("account.erasure-blocked", HttpStatus.CONFLICT),
    MANDATE_NOT_FOUND("account.mandate-not-found", HttpStatus.NOT_FOUND),
    MANDATE_STATE("account.mandate-state", HttpStatus.CONFLICT),
    SECOND_PERSON_NEEDED("account.second-person-needed", HttpStatus.CONFLICT),
    OWNER_DECIDES("account.owner-decides", HttpStatus.CONFLICT),
    LOCKED("account.locked", HttpStatus.FORBIDDEN),
    OWN_ACCOUNT("account.own-account", HttpStatus.CONFLICT),
    TOO_MANY_VIEWS("account.too-many-views", HttpStatus.CONFLICT),
    IDENTITY_UNAVAILABLE("account.identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    IDENTITY_REFUSED("account.identity-refused", HttpStatus.CONFLICT),
    IDENTITY_TAKEN("account.identity-taken", HttpStatus.CONFLICT),
    TOO_MANY_CODES("account.too-many-codes", HttpStatus.TOO_MANY_REQUESTS);

    private final String code;
    private final HttpStatus status;

    AccountProblem(String code, HttpStatus status) {
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
