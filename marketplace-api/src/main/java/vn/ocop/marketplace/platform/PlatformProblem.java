package vn.ocop.marketplace.platform;

import org.springframework.http.HttpStatus;

/** Refusals any request can meet. */
public enum PlatformProblem implements ProblemCode {
    INVALID("platform.invalid", HttpStatus.BAD_REQUEST),
    MALFORMED("platform.malformed", HttpStatus.BAD_REQUEST),
    NOT_FOUND("platform.not-found", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("platform.method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("platform.not-acceptable", HttpStatus.NOT_ACCEPTABLE),
    UNSUPPORTED_MEDIA_TYPE("platform.unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_LARGE("platform.too-large", HttpStatus.CONTENT_TOO_LARGE),
    BAD_CURSOR("platform.bad-cursor", HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_MISSING("platform.idempotency-key-missing", HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_REUSED("platform.idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT),
    BUSY("platform.busy", HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL("platform.internal", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String code;
    private final HttpStatus status;

    PlatformProblem(String code, HttpStatus status) {
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
