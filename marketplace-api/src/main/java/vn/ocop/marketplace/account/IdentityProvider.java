package vn.ocop.marketplace.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Speaks OpenID Connect to the configured provider: authorization code with PKCE and nonce, the provider's keys and
 * addresses found by its issuer.
 */
@Component
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private final IdentitySettings settings;
    private final URI comeBack;
    private final AtomicReference<@Nullable OIDCProviderMetadata> known = new AtomicReference<>();

    IdentityProvider(IdentitySettings settings, @Value("${marketplace.site-url}") String siteUrl) {
        this.settings = settings;
        this.comeBack = URI.create(siteUrl + "/dang-nhap/danh-tinh");
    }

    /** What must be kept until the browser comes back. */
    record Secrets(String nonce, String verifier) {}

    /** Where the browser is sent. */
    record Start(URI address, String state, Secrets secrets) {}

    /** Whom the provider vouches for; contacts only where it says that it has verified them. */
    record Vouched(
            String issuer,
            String subject,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {

        @Override
        public String toString() {
            return "Vouched";
        }
    }

    /** What people know the provider as; empty when there is none. */
    Optional<String> name() {
        return settings.configured() ? Optional.of(settings.name()) : Optional.empty();
    }

    Mono<Start> start() {
        return outside(() -> {
            var state = new State();
            var nonce = new Nonce();
            var verifier = new CodeVerifier();
            var address = new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            new Scope(settings.scopes().toArray(String[]::new)),
                            new ClientID(settings.clientId()),
                            comeBack)
                    .endpointURI(metadata().getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            return new Start(address, state.getValue(), new Secrets(nonce.getValue(), verifier.getValue()));
        });
    }

    /** Turns the code into who it is; refuses what the provider, the signature or the nonce does not bear out. */
    Mono<Vouched> redeem(String code, Secrets secrets) {
        return outside(() -> vouched(idToken(code, secrets)));
    }

    private IDTokenClaimsSet idToken(String code, Secrets secrets)
            throws IOException, GeneralException, BadJOSEException, JOSEException {
        var metadata = metadata();
        var client = new ClientID(settings.clientId());
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), comeBack, new CodeVerifier(secrets.verifier()));
        var request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        new ClientSecretBasic(client, new Secret(settings.clientSecret())),
                        grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()));
        request.setReadTimeout(Math.toIntExact(settings.timeout().toMillis()));
        var answer = OIDCTokenResponseParser.parse(request.send());
        if (!answer.indicatesSuccess()) {
            throw new ParseException(
                    String.valueOf(answer.toErrorResponse().getErrorObject().getCode()));
        }
        var token = answer.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
        var validator = new IDTokenValidator(
                metadata.getIssuer(),
                client,
                JWSAlgorithm.parse(String.valueOf(token.getHeader().getAlgorithm())),
                metadata.getJWKSetURI().toURL());
        return validator.validate(token, new Nonce(secrets.nonce()));
    }

    private Vouched vouched(IDTokenClaimsSet claims) {
        var verified = claims.getBooleanClaim("phone_number_verified");
        var mailVerified = claims.getBooleanClaim("email_verified");
        var phone = claims.getStringClaim("phone_number");
        var email = claims.getStringClaim("email");
        return new Vouched(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                claims.getStringClaim("name"),
                phone == null || !Boolean.TRUE.equals(verified)
                        ? null
                        : PhoneNumbers.normalise(phone).orElse(null),
                email == null || !Boolean.TRUE.equals(mailVerified) ? null : email.toLowerCase(Locale.ROOT));
    }

    private OIDCProviderMetadata metadata() throws IOException, GeneralException {
        var remembered = known.get();
        if (remembered != null) {
            return remembered;
        }
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        var found = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), timeout, timeout);
        known.set(found);
        return found;
    }

    /** The library waits for its answers, so it does not wait on a thread that serves others. */
    private <T> Mono<T> outside(Callable<T> call) {
        if (!settings.configured()) {
            return Mono.error(new ProblemException(AccountProblem.IDENTITY_UNAVAILABLE));
        }
        return Mono.fromCallable(call)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(IOException.class, away -> refused(AccountProblem.IDENTITY_UNAVAILABLE, away))
                .onErrorMap(
                        error -> !(error instanceof ProblemException),
                        wrong -> refused(AccountProblem.IDENTITY_REFUSED, wrong));
    }

    private static ProblemException refused(AccountProblem problem, Throwable why) {
        LOG.warn("Identity provider: {}", why.toString());
        return new ProblemException(problem);
    }
}
