package vn.ocop.marketplace.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account buyers transfer to. Without it the method is not offered.
 *
 * @param bin the bank's number at NAPAS
 * @param webhookSecret what the bank, or who reads the account for the platform, signs its messages with
 * @param demoPage where a demo shopper can pretend to transfer; empty outside the local stack
 */
@ConfigurationProperties("marketplace.bank")
record BankProperties(
        @DefaultValue("") String bin,
        @DefaultValue("") String account,
        @DefaultValue("") String holder,
        @DefaultValue("") String bankName,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("") String demoPage) {

    boolean available() {
        return !bin.isBlank() && !account.isBlank();
    }

    @Override
    public String toString() {
        return "BankProperties[bin=" + bin + "]";
    }
}
