package vn.ocop.marketplace.territory;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about places. */
public enum TerritoryProblem implements ProblemCode {
    PROVINCE_NOT_FOUND("territory.province-not-found", HttpStatus.NOT_FOUND),
    COMMUNE_NOT_FOUND("territory.commune-not-found", HttpStatus.NOT_FOUND),
    FLOOR_NOT_FOUND("territory.floor-not-found", HttpStatus.NOT_FOUND),
    FLOOR_STALE("territory.floor-stale", HttpStatus.PRECONDITION_FAILED),
    HOST_TAKEN("territory.host-taken", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    TerritoryProblem(String code, HttpStatus status) {
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
