package vn.ocop.marketplace.territory;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about places. */
public enum TerritoryProblem implements ProblemCode {
    PROVINCE_NOT_FOUND("territory.province-not-found"),
    COMMUNE_NOT_FOUND("territory.commune-not-found"),
    FLOOR_NOT_FOUND("territory.floor-not-found");

    private final String code;

    TerritoryProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.NOT_FOUND;
    }
}
