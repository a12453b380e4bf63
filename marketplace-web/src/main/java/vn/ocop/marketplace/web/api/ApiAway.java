package vn.ocop.marketplace.web.api;

/** The API did not answer, or not in time. */
public class ApiAway extends RuntimeException {

    public ApiAway(Throwable cause) {
        super(cause);
    }
}
