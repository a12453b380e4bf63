package vn.ocop.marketplace.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as Stripe's own, unmodified SDK sees it. */
class PaymentSandboxIT {

    private static final String KEY = "sk_test_local";
    private static final String SECRET = "whsec_local";

    private final HttpClient browser = HttpClient.newHttpClient();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @TempDir
    private Path directory;

    private PaymentSandbox sandbox;
    private StripeClient stripe;

    @BeforeEach
    void open() {
        start(Clock.systemUTC());
    }

    private void start(Clock clock) {
        sandbox = PaymentSandbox.start(new SandboxSettings(0, directory, KEY, receiver.url(), SECRET, clock));
        stripe = client(KEY);
    }

    private StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(sandbox.url())
                .setMaxNetworkRetries(0)
                .build();
    }

    @AfterEach
    void close() {
        sandbox.close();
        receiver.close();
        browser.close();
    }

    @Test
    void aPaidSessionCarriesItsPaymentAndTellsTheShop() throws Exception {
        var session = create("order-1");

        assertThat(session.getAmountTotal()).isEqualTo(405_000);
        assertThat(session.getCurrency()).isEqualTo("vnd");
        assertThat(session.getStatus()).isEqualTo("open");
        var page = get(session.getUrl());
        assertThat(page.body()).contains("405.000", "Cà phê &lt;Khe Sanh&gt;", "Thử thẻ bị từ chối");

        var back = post(session.getUrl() + "/pay");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("http://shop.test/xong?session=" + session.getId());
        var paid = stripe.v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent")
                                .build());
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getClientReferenceId()).isEqualTo("order-1");
        assertThat(paid.getMetadata()).containsEntry("group", "order-1");
        assertThat(paid.getPaymentIntentObject().getAmountReceived()).isEqualTo(405_000);
        var event = receiver.await("checkout.session.completed");
        var told = (Session) Webhook.constructEvent(event.payload(), event.signature(), SECRET)
                .getDataObjectDeserializer()
                .getObject()
                .orElseThrow();
        assertThat(told.getId()).isEqualTo(session.getId());
        assertThatExceptionOfType(SignatureVerificationException.class)
                .isThrownBy(() -> Webhook.constructEvent(event.payload() + " ", event.signature(), SECRET));
    }

    @Test
    void aDeclinedCardMayBeFollowedByAGoodOne() throws Exception {
        var session = create("order-2");

        post(session.getUrl() + "/decline");
        receiver.await("payment_intent.payment_failed");
        assertThat(get(session.getUrl() + "?declined").body()).contains("Ngân hàng từ chối");
        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getStatus())
                .isEqualTo("open");
        post(session.getUrl() + "/pay");

        receiver.await("checkout.session.completed");
    }

    @Test
    void aShopperWhoGoesAwayLeavesTheSessionOpenUntilItIsExpired() throws Exception {
        var session = create("order-3");

        var back = post(session.getUrl() + "/abandon");
        var expired = stripe.v1().checkout().sessions().expire(session.getId());

        assertThat(back.headers().firstValue("Location")).hasValue("http://shop.test/bo");
        assertThat(expired.getStatus()).isEqualTo("expired");
        receiver.await("checkout.session.expired");
        assertThat(get(session.getUrl()).statusCode()).isEqualTo(410);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> stripe.v1().checkout().sessions().expire(session.getId()));
    }

    @Test
    void sessionsEndByThemselvesWhenTheirTimeIsOver() throws Exception {
        create("order-4");
        sandbox.close();

        start(Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));

        receiver.await("checkout.session.expired");
    }

    @Test
    void aRepeatedKeyHasOneEffectEvenAfterARestart() throws Exception {
        var first = create("order-5", key("k1"));
        sandbox.close();
        start(Clock.systemUTC());

        var again = create("order-5", key("k1"));

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(stripe.v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder().build())
                        .getData())
                .hasSize(1);
        assertThatExceptionOfType(IdempotencyException.class).isThrownBy(() -> create("another", key("k1")));
    }

    @Test
    void refundsAddUpToWhatWasPaidAndNoMore() throws Exception {
        var session = create("order-6");
        post(session.getUrl() + "/pay");
        var intent = stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentIntent();

        var part = refund(intent, 100_000L);
        assertThat(stripe.v1().refunds().retrieve(part.getId()).getAmount()).isEqualTo(100_000);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> refund(intent, 305_001L))
                .returns(400, StripeException::getStatusCode);
        refund(intent, 305_000L);

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> refund(intent, 1L))
                .returns("charge_already_refunded", StripeException::getCode);
        var event = receiver.await("charge.refunded");
        var charge = (Charge) Webhook.constructEvent(event.payload(), event.signature(), SECRET)
                .getDataObjectDeserializer()
                .getObject()
                .orElseThrow();
        assertThat(charge.getPaymentIntent()).isEqualTo(intent);
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefusedAsStripeDoes() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> stripe.v1().paymentIntents().retrieve("pi_nothing"))
                .returns(404, StripeException::getStatusCode)
                .returns("resource_missing", StripeException::getCode);
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> client("sk_test_wrong").v1().paymentIntents().retrieve("pi_nothing"));
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> stripe.v1()
                        .checkout()
                        .sessions()
                        .create(params("late")
                                .setExpiresAt(Instant.now().getEpochSecond() + 60)
                                .build()));
    }

    @Test
    void faultsAreMadeToOrder() throws Exception {
        control("failCalls=1");
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> create("order-7", key("k7")));

        control("failCallsAfterEffect=1");
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> create("order-7", key("k7")));
        var session = create("order-7", key("k7"));
        assertThat(stripe.v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder().build())
                        .getData())
                .extracting(Session::getId)
                .containsExactly(session.getId());

        control("dropWebhooks=1&duplicateWebhooks=1");
        post(session.getUrl() + "/pay");
        await().atMost(Duration.ofSeconds(10)).until(() -> receiver.count("checkout.session.completed") == 2);
        assertThat(receiver.count("payment_intent.succeeded")).isZero();
    }

    @Test
    void aWebhookIsSentAgainUntilTheShopTakesIt() throws Exception {
        receiver.refuseNext(2);
        var session = create("order-8");

        stripe.v1().checkout().sessions().expire(session.getId());

        receiver.await("checkout.session.expired");
        assertThat(receiver.refusalsLeft()).isZero();
    }

    private Session create(String order) throws StripeException {
        return create(order, RequestOptions.getDefault());
    }

    private Session create(String order, RequestOptions options) throws StripeException {
        return stripe.v1().checkout().sessions().create(params(order).build(), options);
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static SessionCreateParams.Builder params(String order) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://shop.test/xong?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://shop.test/bo")
                .setClientReferenceId(order)
                .putMetadata("group", order)
                .addLineItem(line("Cà phê <Khe Sanh>", 185_000L, 2L))
                .addLineItem(line("Phí giao hàng", 35_000L, 1L));
    }

    private static LineItem line(String name, long amount, long quantity) {
        return LineItem.builder()
                .setQuantity(quantity)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency("vnd")
                        .setUnitAmount(amount)
                        .setProductData(LineItem.PriceData.ProductData.builder()
                                .setName(name)
                                .build())
                        .build())
                .build();
    }

    private Refund refund(String intent, long amount) throws StripeException {
        return stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount)
                        .build());
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private void control(String faults) throws IOException, InterruptedException {
        browser.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "/_control"))
                        .POST(HttpRequest.BodyPublishers.ofString(faults))
                        .build(),
                BodyHandlers.ofString());
    }
}
