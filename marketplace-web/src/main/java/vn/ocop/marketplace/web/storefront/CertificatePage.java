package vn.ocop.marketplace.web.storefront;

import vn.ocop.marketplace.web.site.Head;

/** The public page of one certificate. */
public record CertificatePage(Head head, CertificateFacts certificate) {}
