package vn.ocop.marketplace.web.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.selling.CertificateItem;

/** A certificate in the queue, with others that carry its number. */
public record QueuedCertificate(
        CertificateItem certificate,
        @Nullable String shopName,
        @Nullable String shopSlug,
        @Nullable List<CertificateItem> sameNumber) {}
