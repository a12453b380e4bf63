package vn.ocop.marketplace.listing;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about listings. */
public enum ListingProblem implements ProblemCode {
    NOT_FOUND("listing.not-found", HttpStatus.NOT_FOUND),
    STALE("listing.stale", HttpStatus.PRECONDITION_FAILED),
    REVISION_NEEDED("listing.revision-needed", HttpStatus.PRECONDITION_REQUIRED),
    ILLEGAL_TRANSITION("listing.illegal-transition", HttpStatus.CONFLICT),
    INCOMPLETE("listing.incomplete", HttpStatus.UNPROCESSABLE_CONTENT),
    NOTHING_TO_DECIDE("listing.nothing-to-decide", HttpStatus.CONFLICT),
    REASON_NEEDED("listing.reason-needed", HttpStatus.BAD_REQUEST),
    OWN_CASE("listing.own-case", HttpStatus.CONFLICT),
    STOCK_BELOW_ZERO("listing.stock-below-zero", HttpStatus.CONFLICT),
    ARCHIVE_UNREADABLE("listing.archive-unreadable", HttpStatus.UNPROCESSABLE_CONTENT),
    ARCHIVE_TOO_BIG_INSIDE("listing.archive-too-big-inside", HttpStatus.UNPROCESSABLE_CONTENT),
    ARCHIVED_FILE_UNREADABLE("listing.archived-file-unreadable", HttpStatus.UNPROCESSABLE_CONTENT),
    ARCHIVED_FILE_TOO_LARGE("listing.archived-file-too-large", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String code;
    private final HttpStatus status;

    ListingProblem(String code, HttpStatus status) {
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
