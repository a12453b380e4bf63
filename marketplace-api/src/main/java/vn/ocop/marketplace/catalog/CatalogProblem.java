package vn.ocop.marketplace.catalog;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about the taxonomy. */
public enum CatalogProblem implements ProblemCode {
    CATEGORY_NOT_FOUND("catalog.category-not-found", HttpStatus.NOT_FOUND);

    private final String code;
    private final HttpStatus status;

    CatalogProblem(String code, HttpStatus status) {
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
