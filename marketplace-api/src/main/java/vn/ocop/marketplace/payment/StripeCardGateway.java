package vn.ocop.marketplace.payment;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.EventDataObjectDeserializer;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.payment.payout.ConnectedTransfers;
import vn.ocop.marketplace.platform.CircuitBreaker;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Cards through Stripe Checkout. The SDK blocks, so every call runs on a thread of its own pool; VND has no minor unit
 * at Stripe, so amounts go as they are.
 */
@Component
@EnableConfigurationProperties(StripeProperties.class)
class StripeCardGateway implements CardGateway, ConnectedTransfers {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    // Stripe takes no less than 30 minutes, reckoned from when it hears of the page, which may be half an hour after
    // the
    // attempt was written down; the page is closed earlier by us when the purchase runs out.
    private static final Duration PAGE_LIFE = Duration.ofMinutes(62);
    private static final long SIGNATURE_TOLERANCE_SECONDS = 300;
    // Stripe forgets idempotency keys after a day; by then it is asked what it did.
    private static final Duration KEYS_ARE_KEPT = Duration.ofHours(20);
    private static final String ATTEMPT = "attempt";
    private static final int AT_ONCE = 24;
    private static final int WAITING = 10_000;

    private final CircuitBreaker breaker = new CircuitBreaker("The card provider", StripeCardGateway::isOutage);
    private final StripeProperties properties;
    private final String siteUrl;
    private final Clock clock;
    private final @Nullable StripeClient stripe;
    // Not virtual: one that loads a class from the packaged jar may lose its carrier while it holds the jar's lock, and
    // on a small machine every carrier may be waiting for that lock by then; with it the whole application.
    private final Scheduler calls = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "stripe");

    StripeCardGateway(StripeProperties properties, @Value("${marketplace.site-url}") String siteUrl, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.siteUrl = siteUrl;
        this.stripe = properties.apiKey().isBlank() ? null : client(properties);
    }

    private static StripeClient client(StripeProperties properties) {
        var builder = StripeClient.builder()
                .setApiKey(properties.apiKey())
                .setMaxNetworkRetries(2)
                .setConnectTimeout(2_000)
                .setReadTimeout(8_000);
        return properties.apiBase().isBlank()
                ? builder.build()
                : builder.setApiBase(properties.apiBase()).build();
    }

    @Override
    public boolean available() {
        return stripe != null;
    }

    @Override
    public Mono<CardSession> open(PaymentAttempt attempt, Payable payable) {
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(attempt.paymentId().toString())
                .setLocale(SessionCreateParams.Locale.valueOf(payable.language().name()))
                .setExpiresAt(realTime(attempt.createdAt()).plus(PAGE_LIFE).getEpochSecond())
                .setSuccessUrl(siteUrl + "/thanh-toan/" + payable.code() + "/xong")
                .setCancelUrl(siteUrl + "/thanh-toan/" + payable.code() + "/bo");
        payable.lines().forEach(line -> params.addLineItem(lineItem(line)));
        return call(client -> client.v1().checkout().sessions().create(params.build(), key(attempt.id())))
                .map(StripeCardGateway::session);
    }

    /**
     * Stripe lives in real time, whatever moment the business clock is set to. To the second the same however often it
     * is asked: with another time in the request, Stripe refuses the attempt's key for ever.
     */
    private Instant realTime(Instant businessTime) {
        var offset = Duration.between(Instant.now(), clock.instant()).plusMillis(500);
        return businessTime.minusSeconds(offset.toSeconds()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static SessionCreateParams.LineItem lineItem(Payable.Line line) {
        return SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("vnd")
                        .setUnitAmount(line.amount().dong())
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName(line.name())
                                .build())
                        .build())
                .build();
    }

    private static RequestOptions key(UUID attemptId) {
        return RequestOptions.builder().setIdempotencyKey(attemptId.toString()).build();
    }

    @Override
    public Mono<CardSession> read(String ref) {
        return call(client -> client.v1().checkout().sessions().retrieve(ref)).map(StripeCardGateway::session);
    }

    @Override
    public Mono<CardSession> expire(String ref) {
        return call(client -> client.v1().checkout().sessions().expire(ref))
                .map(StripeCardGateway::session)
                // A page that is paid or already closed cannot be closed: then it matters how it stands.
                .onErrorResume(InvalidRequestException.class, notOpen -> read(ref));
    }

    @Override
    public Mono<SentRefund> refund(PaymentAttempt attempt) {
        var older = Duration.between(attempt.createdAt(), clock.instant()).compareTo(KEYS_ARE_KEPT) > 0;
        return (older ? sentBefore(attempt) : Mono.<Refund>empty())
                .switchIfEmpty(Mono.defer(() -> send(attempt)))
                .map(refund -> new SentRefund(refund.getId(), failed(refund)));
    }

    private Mono<Refund> send(PaymentAttempt attempt) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(String.valueOf(attempt.intentRef()))
                .setAmount(attempt.amount().dong())
                .putMetadata(ATTEMPT, attempt.id().toString())
                .build();
        return call(client -> client.v1().refunds().create(params, key(attempt.id())));
    }

    private Mono<Refund> sentBefore(PaymentAttempt attempt) {
        var params = RefundListParams.builder()
                .setPaymentIntent(String.valueOf(attempt.intentRef()))
                .setLimit(100L)
                .build();
        return call(client -> client.v1().refunds().list(params))
                .flatMap(found -> Mono.justOrEmpty(found.getData().stream()
                        .filter(refund -> attempt.id().toString().equals(attemptOf(refund)))
                        .findFirst()));
    }

    /** The provider's balance, the account or its country may not allow it; that is for people to see to. */
    @Override
    public Mono<String> send(Transfer transfer) {
        var params = TransferCreateParams.builder()
                .setAmount(transfer.amount().dong())
                .setCurrency("vnd")
                .setDestination(transfer.destination())
                .setDescription(transfer.code())
                .putMetadata("payout", transfer.payout().toString())
                .build();
        return call(client -> client.v1().transfers().create(params, key(transfer.payout())))
                .map(com.stripe.model.Transfer::getId)
                .onErrorMap(InvalidRequestException.class, why -> new Refused(String.valueOf(why.getCode())));
    }

    @Override
    public SignedEvent verify(String body, String signature) {
        try {
            var event =
                    Webhook.constructEvent(body, signature, properties.webhookSecret(), SIGNATURE_TOLERANCE_SECONDS);
            return new SignedEvent(event.getId(), event.getType());
        } catch (SignatureVerificationException | RuntimeException forged) {
            throw new ProblemException(PaymentProblem.BAD_SIGNATURE);
        }
    }

    @Override
    public Mono<CardNews> newsOf(String body) {
        return Mono.fromCallable(() -> object(Event.GSON.fromJson(body, Event.class)))
                .mapNotNull(StripeCardGateway::news);
    }

    private static @Nullable CardNews news(StripeObject object) {
        return switch (object) {
            case Session session -> session(session);
            case Dispute dispute -> dispute(dispute);
            case Refund refund -> failed(refund) ? new FailedRefund(refund.getId(), attemptOf(refund)) : null;
            default -> null;
        };
    }

    @Override
    public Flux<CardDispute> disputesSince(Instant when) {
        var params = DisputeListParams.builder()
                .setCreated(DisputeListParams.Created.builder()
                        .setGte(when.getEpochSecond())
                        .build())
                .setLimit(100L)
                .build();
        return call(client -> everyOne(client.v1().disputes().list(params)))
                .flatMapIterable(found -> found)
                .map(StripeCardGateway::dispute);
    }

    /** Reads on page by page, so only where a call may block. */
    private static List<Dispute> everyOne(StripeCollection<Dispute> first) {
        var all = new ArrayList<Dispute>();
        first.autoPagingIterable().forEach(all::add);
        return all;
    }

    private static CardDispute dispute(Dispute dispute) {
        var evidence = dispute.getEvidenceDetails();
        var until = evidence == null ? null : evidence.getDueBy();
        return new CardDispute(
                dispute.getId(),
                orEmpty(dispute.getPaymentIntent()),
                Vnd.of(dispute.getAmount()),
                Objects.requireNonNullElse(dispute.getReason(), "general"),
                status(orEmpty(dispute.getStatus())),
                Instant.ofEpochSecond(dispute.getCreated()),
                until == null ? null : Instant.ofEpochSecond(until));
    }

    private static DisputeStatus status(String told) {
        return switch (told) {
            case "won" -> DisputeStatus.WON;
            case "lost" -> DisputeStatus.LOST;
            case "warning_closed", "prevented" -> DisputeStatus.CLOSED;
            case "needs_response", "under_review" -> DisputeStatus.OPEN;
            // Warnings, and what the provider may invent: no money has moved.
            default -> DisputeStatus.INQUIRY;
        };
    }

    private static boolean failed(Refund refund) {
        return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
    }

    private static String attemptOf(Refund refund) {
        var metadata = refund.getMetadata();
        return metadata == null ? "" : metadata.getOrDefault(ATTEMPT, "");
    }

    /** An event of another API version has no typed object unless it is asked for without that check. */
    private static @Nullable StripeObject object(Event event) throws StripeException {
        EventDataObjectDeserializer data = event.getDataObjectDeserializer();
        return data.getObject().isPresent() ? data.getObject().get() : data.deserializeUnsafe();
    }

    private <T> Mono<T> call(StripeCall<T> call) {
        var client = stripe;
        if (client == null) {
            return Mono.error(() -> new ProblemException(PaymentProblem.CARD_UNAVAILABLE));
        }
        Callable<T> callable = () -> call.on(client);
        return breaker.guard(Mono.fromCallable(callable).subscribeOn(calls).timeout(TIMEOUT));
    }

    /** What it refuses it has understood. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof ApiConnectionException
                || failure instanceof ApiException
                || failure instanceof RateLimitException
                || failure instanceof TimeoutException;
    }

    private interface StripeCall<T> {
        T on(StripeClient client) throws StripeException;
    }

    private static CardSession session(Session session) {
        var status = "paid".equals(session.getPaymentStatus())
                ? CardSession.Status.PAID
                : "open".equals(session.getStatus()) ? CardSession.Status.OPEN : CardSession.Status.EXPIRED;
        return new CardSession(
                session.getId(),
                status,
                orEmpty(session.getClientReferenceId()),
                Vnd.of(session.getAmountTotal() == null ? 0 : session.getAmountTotal()),
                orEmpty(session.getPaymentIntent()),
                orEmpty(session.getUrl()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
