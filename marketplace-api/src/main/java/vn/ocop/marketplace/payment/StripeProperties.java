package vn.ocop.marketplace.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to Stripe.
 *
 * @param apiBase another address to speak to, such as the local sandbox; empty for Stripe itself
 */
@ConfigurationProperties("marketplace.stripe")
record StripeProperties(
        @DefaultValue("") String apiBase,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String webhookSecret) {

    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + "]";
    }
}
