package vn.ocop.marketplace.web.province;

/** Codes as forms carry them; what is none becomes harmless. */
final class Codes {

    private Codes() {}

    /** Fit to stand in an address. */
    static String of(String typed) {
        return typed.replaceAll("[^A-Za-z0-9_-]", "");
    }
}
