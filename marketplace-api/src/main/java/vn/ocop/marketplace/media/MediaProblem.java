package vn.ocop.marketplace.media;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about pictures and documents. */
public enum MediaProblem implements ProblemCode {
    NOT_FOUND("media.not-found", HttpStatus.NOT_FOUND),
    UNKNOWN_FORMAT("media.unknown-format", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    UNKNOWN_DOCUMENT("media.unknown-document", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    DOCUMENT_GONE("media.document-gone", HttpStatus.CONFLICT),
    UNREADABLE("media.unreadable", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_PIXELS("media.too-many-pixels", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_SMALL("media.too-small", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY("media.too-many", HttpStatus.TOO_MANY_REQUESTS);

    private final String code;
    private final HttpStatus status;

    MediaProblem(String code, HttpStatus status) {
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
