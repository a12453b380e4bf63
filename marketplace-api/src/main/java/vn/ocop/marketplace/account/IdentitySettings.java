package vn.ocop.marketplace.account;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID provider that vouches for people, such as VNeID.
 *
 * @param issuer where its configuration is found ({@code /.well-known/openid-configuration}); empty for none
 * @param name what people know it as
 */
@ConfigurationProperties("marketplace.identity")
record IdentitySettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("VNeID") String name,

        @DefaultValue({"openid", "profile", "phone", "email"})
        List<String> scopes,

        @DefaultValue("5s") Duration timeout) {

    boolean configured() {
        return !issuer.isBlank() && !clientId.isBlank();
    }

    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + "]";
    }
}
