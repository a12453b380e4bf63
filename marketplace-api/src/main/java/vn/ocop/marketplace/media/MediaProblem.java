package vn.ocop.marketplace.media;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about pictures. */
public enum MediaProblem implements ProblemCode {
    NOT_FOUND;

    @Override
    public String code() {
        return "media.not-found";
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.NOT_FOUND;
    }
}
