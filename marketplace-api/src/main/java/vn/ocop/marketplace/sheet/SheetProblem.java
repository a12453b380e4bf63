package vn.ocop.marketplace.sheet;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about sheets. */
public enum SheetProblem implements ProblemCode {
    NOT_FOUND("sheet.not-found", HttpStatus.NOT_FOUND),
    UNREADABLE("sheet.unreadable", HttpStatus.UNPROCESSABLE_CONTENT),
    OLD_FORMAT("sheet.old-format", HttpStatus.UNPROCESSABLE_CONTENT),
    EMPTY("sheet.empty", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_ROWS("sheet.too-many-rows", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_BIG_INSIDE("sheet.too-big-inside", HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_NOW("sheet.not-now", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    SheetProblem(String code, HttpStatus status) {
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
