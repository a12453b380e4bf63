package vn.ocop.marketplace.catalog;

import java.util.UUID;

/** Whether a certificate counts may be different now: verified, extended, revoked, run out. */
public record CertificateChanged(UUID certificateId) {

    public static final String TYPE = "certificate.changed.v1";
}
