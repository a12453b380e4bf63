package vn.ocop.marketplace.web.money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** The platform's money at the API. */
@Component
public class MoneyDesk {

    private static final int TRANSFERS = 50;

    private final MarketplaceApi api;

    MoneyDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** An account of the ledger. */
    public record Account(String account, long debits, long credits, long balance) {}

    /** All of them; the difference is zero. */
    public record TrialBalance(Instant at, List<Account> accounts, long debits, long credits, long difference) {}

    /** What a comparison of the books found. */
    public record Check(String name, long expected, long found, long difference, Instant at) {}

    /** Money nobody knows the purchase of. */
    public record Transfer(String id, String bankRef, long amount, String memo, Instant bookedAt) {}

    /** Money to be transferred back. */
    public record Refund(
            String id,
            String payableCode,
            long amount,
            Instant askedAt,
            @Nullable BankAccount account) {}

    /** What a shop that was paid itself has not sent back. */
    public record ShopRefund(String id, String purchase, long amount, Instant dueAt, String duty) {}

    /** Money a card's holder asks their bank for. */
    public record Dispute(
            String id,
            String purchase,
            long amount,
            String status,
            String bearer,
            @Nullable Instant answerBy,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** A purchase's money. */
    public record PaymentFile(
            String purchase, String method, String status, Totals totals, List<Part> orders, List<Event> history) {}

    /** What the money of a purchase comes to. */
    public record Totals(long amount, long waived, long captured, long askedBack, long refunded, long disputed) {}

    /** One order's share. */
    public record Part(
            String code,
            String status,
            long amount,
            long back,
            @Nullable Instant releasedAt) {}

    /** Something that happened to the money. */
    public record Event(String type, long amount, Instant at) {}

    /** A bank account in full, for those who transfer to it. */
    public record BankAccount(
            String bin, @Nullable String account, @Nullable String number, String holder) {}

    /** One day's payouts. */
    public record Batch(String id, LocalDate day, String status, int payouts, long total, long paid) {}

    /** One seller's payout. */
    public record Payout(
            String id,
            String code,
            long amount,
            @Nullable BankAccount account,
            String channel,
            @Nullable String office,
            String status,
            @Nullable String bankRef,
            @Nullable String failure) {

        /** Whether its bank pays it, and a person says so. */
        public boolean byBank() {
            return channel.equals("BANK");
        }

        /** Whether the card's provider pays it, and says so itself. */
        public boolean connected() {
            return channel.equals("CONNECTED");
        }
    }

    /** A batch with its payouts. */
    public record BatchFile(Batch batch, List<Payout> payouts) {}

    /** Everything the page shows. */
    public record All(
            TrialBalance balance,
            List<Check> checks,
            List<Transfer> unmatched,
            List<Refund> refunds,
            List<ShopRefund> shopRefunds,
            List<Dispute> disputes,
            List<Batch> batches) {}

    private record Checks(List<Check> items) {}

    private record Transfers(List<Transfer> items) {}

    private record Refunds(List<Refund> items) {}

    private record ShopRefunds(List<ShopRefund> items) {}

    private record Disputes(List<Dispute> items) {}

    private record Batches(List<Batch> items) {}

    Mono<All> all(Visit visit) {
        var transfers =
                ApiAddress.of("/api/v1/transfers").with("status", "UNMATCHED").with("limit", TRANSFERS);
        return Mono.zip(
                        read(visit, "/api/v1/ledger/trial-balance", TrialBalance.class),
                        read(visit, "/api/v1/ledger/checks", Checks.class),
                        api.get(visit.caller(), transfers, Transfers.class),
                        read(visit, "/api/v1/bank-refunds", Refunds.class),
                        read(visit, "/api/v1/disputes", Disputes.class),
                        read(visit, "/api/v1/payout-batches", Batches.class),
                        read(visit, "/api/v1/direct-refunds", ShopRefunds.class))
                .map(read -> new All(
                        read.getT1(),
                        read.getT2().items(),
                        read.getT3().items(),
                        read.getT4().items(),
                        read.getT7().items(),
                        read.getT5().items(),
                        read.getT6().items()));
    }

    private <T> Mono<T> read(Visit visit, String path, Class<T> type) {
        return api.get(visit.caller(), ApiAddress.of(path), type);
    }

    private static ApiAddress batchOf(String id) {
        return ApiAddress.of("/api/v1/payout-batches").segment(id);
    }

    Mono<BatchFile> batch(Visit visit, String id) {
        return api.get(visit.caller(), batchOf(id), BatchFile.class);
    }

    Mono<byte[]> bankFile(Visit visit, String id) {
        return api.get(visit.caller(), batchOf(id).segment("bank-file"), byte[].class);
    }

    /** {@code submission} or {@code approval}. */
    Mono<Void> decide(Visit visit, String id, String what) {
        return tell(visit, batchOf(id).segment(what), Map.of());
    }

    Mono<Void> paid(Visit visit, String payout, String bankRef) {
        return tell(visit, of("payouts", payout, "payment"), Map.of("bankRef", bankRef));
    }

    Mono<Void> failed(Visit visit, String payout, String reason) {
        return tell(visit, of("payouts", payout, "failure"), Map.of("reason", reason));
    }

    Mono<Void> assign(Visit visit, String transfer, String purchase) {
        return tell(visit, of("transfers", transfer, "assignment"), Map.of("purchase", purchase));
    }

    Mono<Void> giveBack(Visit visit, String transfer, String bankRef) {
        return tell(visit, of("transfers", transfer, "return"), Map.of("bankRef", bankRef));
    }

    Mono<PaymentFile> payment(Visit visit, String purchase) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/payments").segment(purchase), PaymentFile.class);
    }

    Mono<Void> bears(Visit visit, String dispute, String bearer) {
        return api.put(
                        visit.caller(),
                        ApiAddress.of("/api/v1/disputes").segment(dispute).segment("bearer"),
                        Map.of("bearer", bearer),
                        Object.class)
                .then();
    }

    Mono<Void> refunded(Visit visit, String refund, String bankRef) {
        return tell(visit, of("bank-refunds", refund, "payment"), Map.of("bankRef", bankRef));
    }

    private static ApiAddress of(String kind, String id, String part) {
        return ApiAddress.of("/api/v1/" + kind).segment(id).segment(part);
    }

    private Mono<Void> tell(Visit visit, ApiAddress address, Map<String, ?> body) {
        return api.post(visit.caller(), address, body, Object.class).then();
    }
}
