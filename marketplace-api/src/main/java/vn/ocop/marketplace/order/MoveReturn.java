package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.media.Pictures;
import vn.ocop.marketplace.payment.Takeback;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** Carries a return on: what buyer, shop and province do about it, and what happens when nobody does anything. */
@Service
public class MoveReturn {

    private static final int MOST_PHOTOS = 12;

    private final Idempotency idempotency;
    private final OrderRepository orders;
    private final OrderReads reads;
    private final ReturnRepository returns;
    private final Deadlines deadlines;
    private final GiveMoneyBack money;
    private final Pictures pictures;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MoveReturn(
            Idempotency idempotency,
            OrderRepository orders,
            OrderReads reads,
            ReturnRepository returns,
            Deadlines deadlines,
            GiveMoneyBack money,
            Pictures pictures,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.idempotency = idempotency;
        this.orders = orders;
        this.reads = reads;
        this.returns = returns;
        this.deadlines = deadlines;
        this.money = money;
        this.pictures = pictures;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A move with its words.
     *
     * @param goodsTo what becomes of the goods where the move ends in a refund; they stay with the buyer if not said
     * @param bearer who pays where a province decides; the shop if not said
     */
    public record Wish(
            ReturnMove move, String words, OrderRefund.@Nullable GoodsTo goodsTo, Takeback.@Nullable Bearer bearer) {}

    private record Done(UUID id) {}

    private record Request(UUID id, Wish wish) {}

    public Mono<ReturnCase> move(UUID id, Wish wish, String key, Caller caller) {
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, new Request(id, wish)),
                        new Done(id),
                        Done.class,
                        done -> locked(id)
                                .flatMap(found -> moved(found, wish, caller))
                                .thenReturn(done),
                        Mono::just)
                .as(transaction::transactional)
                .flatMap(done -> returns.find(done.id()));
    }

    /** A return with its order, whose lock is held. */
    private record Found(ReturnCase about, OrderInGroup order) {}

    private Mono<Found> locked(UUID id) {
        return returns.orderOf(id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .flatMap(order -> orders.lockById(order)
                        .flatMap(reads::find)
                        .flatMap(group -> returns.find(id)
                                .map(about -> new Found(about, OrderInGroup.of(group, about.orderCode())))));
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(OrderProblem.RETURN_NOT_FOUND, id);
    }

    private Mono<Void> moved(Found found, Wish wish, Caller caller) {
        var about = found.about();
        if (!is(caller, wish.move().party(), about)) {
            return Mono.error(notFound(about.id()));
        }
        if (wish.move().needsWords() && wish.words().isBlank()) {
            return Mono.error(new ProblemException(OrderProblem.WORDS_MISSING));
        }
        return Mono.justOrEmpty(wish.move().from(about.status(), about.kind()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.RETURN_MOVED_ON, about.orderCode())))
                .flatMap(next -> step(
                                found, next, decision(wish, caller), wish.move().party())
                        .then(Mono.defer(() -> wish.move().party() == ReturnMove.Party.PROVINCE
                                ? audit.record(caller, act(about, wish))
                                : Mono.empty())));
    }

    private static Act act(ReturnCase about, Wish wish) {
        return Act.of("order.return-decided", Act.Owner.province(about.provinceCode()))
                .in(about.provinceCode())
                .on(about.id())
                .because(wish.words())
                .with("move", wish.move().name());
    }

    /** The buyer knows it as theirs; shop and province by what they may do. */
    static boolean is(Caller caller, ReturnMove.Party party, ReturnCase about) {
        return switch (party) {
            case BUYER -> caller.id().equals(about.buyerId());
            case SHOP -> caller.may(Permission.SHOP_ORDERS, about.shopId().toString());
            case PROVINCE -> caller.may(Permission.PROVINCE_COMPLAINTS, about.provinceCode());
            case DEADLINE -> false;
        };
    }

    private static GiveMoneyBack.Decision decision(Wish wish, Caller caller) {
        var goodsTo = wish.goodsTo() == null ? OrderRefund.GoodsTo.BUYER : wish.goodsTo();
        var bearer = wish.move() == ReturnMove.REFUND && wish.bearer() != null ? wish.bearer() : Takeback.Bearer.SHOP;
        return new GiveMoneyBack.Decision(OrderRefund.Cause.RETURN, goodsTo, bearer, wish.words(), caller.id());
    }

    private Mono<Void> step(Found found, ReturnStatus next, GiveMoneyBack.Decision decision, ReturnMove.Party party) {
        var about = found.about();
        var due = next.open()
                ? clock.instant()
                        .plus(deadlines.of(
                                next.deadline(), found.order().order().placedAt()))
                : null;
        return (next == ReturnStatus.REFUNDED ? refund(found, decision) : Mono.<UUID>empty())
                .map(refund -> new ReturnRepository.Moved(
                        about.id(), next, due, refund, party, decision.actor(), decision.reason()))
                .defaultIfEmpty(new ReturnRepository.Moved(
                        about.id(), next, due, null, party, decision.actor(), decision.reason()))
                .flatMap(moved -> returns.save(moved, clock.instant()));
    }

    /** Empty when everything it was about has gone back already. */
    private Mono<UUID> refund(Found found, GiveMoneyBack.Decision decision) {
        var plan = found.about().plan(found.order().order());
        var reason = found.about().reason().name();
        return plan.total().equals(Vnd.ZERO)
                ? Mono.empty()
                : money.carryOut(
                                found.order(),
                                plan,
                                new GiveMoneyBack.Decision(
                                        decision.cause(),
                                        decision.goodsTo(),
                                        decision.bearer(),
                                        reason,
                                        decision.actor()))
                        .map(OrderRefund::id);
    }

    /** Nobody moved in time: what then happens, happens. */
    Mono<Void> timeIsUp(UUID id) {
        return locked(id)
                .filter(found -> isOverdue(found.about()))
                .flatMap(found -> step(
                        found,
                        found.about().status().whenTimeIsUp(),
                        new GiveMoneyBack.Decision(
                                OrderRefund.Cause.RETURN, OrderRefund.GoodsTo.BUYER, Takeback.Bearer.SHOP, "", null),
                        ReturnMove.Party.DEADLINE))
                .as(transaction::transactional);
    }

    private boolean isOverdue(ReturnCase about) {
        var due = about.dueAt();
        return about.status().open() && due != null && !clock.instant().isBefore(due);
    }

    /** A word to the others. */
    public Mono<ReturnCase> say(UUID id, String words, Caller caller) {
        return locked(id)
                .flatMap(found -> returns.say(
                        found.about(), mustTakePart(caller, found.about()), caller.id(), words, clock.instant()))
                .as(transaction::transactional)
                .then(Mono.defer(() -> returns.find(id)));
    }

    private static ReturnMove.Party mustTakePart(Caller caller, ReturnCase about) {
        for (var party : ReturnMove.Party.values()) {
            if (is(caller, party, about)) {
                return party;
            }
        }
        throw notFound(about.id());
    }

    /** Adds a picture that proves something; the file is drawn anew and kept with the return. */
    public Mono<Picture> addPhoto(UUID id, byte[] file, Caller caller, Language language) {
        return returns.find(id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .flatMap(about -> {
                    var party = mustTakePart(caller, about);
                    if (party == ReturnMove.Party.PROVINCE
                            || !about.status().open()
                            || about.photos().size() >= MOST_PHOTOS) {
                        return Mono.error(new ProblemException(OrderProblem.RETURN_MOVED_ON, about.orderCode()));
                    }
                    return pictures.add(file, caller.id())
                            .delayUntil(picture -> returns.addPhoto(id, picture, party, clock.instant()));
                })
                .map(picture -> picture.in(language));
    }
}
