package vn.ocop.marketplace.catalog;

import java.util.UUID;

/** A certificate that has so many days left, or has run out (0). */
record CertificateMark(UUID certificateId, int daysBefore) {

    boolean hasRunOut() {
        return daysBefore == 0;
    }
}
