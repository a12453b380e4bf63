package vn.ocop.marketplace.payment.payout.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who runs the marketplace, as its invoices say. */
@ConfigurationProperties("marketplace.operator")
record OperatorProperties(
        @DefaultValue("") String name,
        @DefaultValue("") String taxCode,
        @DefaultValue("") String address) {}
