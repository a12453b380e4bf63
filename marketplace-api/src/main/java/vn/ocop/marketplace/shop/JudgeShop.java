package vn.ocop.marketplace.shop;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Notices;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.territory.TerritoryProblem;

/** An officer of a province decides on its shops, if they are still as they saw them. */
@Service
public class JudgeShop {

    private static final String NOTICE = "RESTRICTION_NOTICE_DAYS";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final ShopFileRepository files;
    private final AuthorityRequests requests;
    private final Notices notices;
    private final CachedShopDirectory directory;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    JudgeShop(
            ShopFileRepository files,
            AuthorityRequests requests,
            Notices notices,
            CachedShopDirectory directory,
            Outbox outbox,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.files = files;
        this.requests = requests;
        this.notices = notices;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What an officer asks to see.
     *
     * @param text part of a name, with marks or without
     * @param restricted only those whose suspension is announced
     * @param answered those whose people have answered to their suspension and were not heard yet, whatever their state
     */
    public record Wanted(
            Shop.Status status,
            @Nullable String text,
            boolean restricted,
            boolean answered,
            int limit,
            @Nullable String after) {}

    /**
     * Some shops of a province, and how many there are in each state, with {@code RESTRICTED} and {@code ANSWERED}
     * beside.
     */
    public record Queue(Page<ShopFile> page, Map<String, Long> counts) {}

    /** Shops in one state, those that have waited longest first. */
    public Mono<Queue> queue(String province, Wanted wanted, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_SHOPS, province, TerritoryProblem.PROVINCE_NOT_FOUND);
        var after = wanted.after() == null ? null : Cursor.decode(wanted.after());
        var some =
                new ShopFileRepository.Wanted(wanted.status(), wanted.text(), wanted.restricted(), wanted.answered());
        var page = files.inProvince(province, some, after, wanted.limit() + 1)
                .collectList()
                .map(found -> Page.of(found, wanted.limit(), JudgeShop::cursor).map(ShopFileRepository.Waiting::shop));
        return Mono.zip(page, files.counts(province), Queue::new);
    }

    private static String cursor(ShopFileRepository.Waiting last) {
        return new Cursor(last.since(), last.shop().id()).encode();
    }

    public Mono<ShopFile> judge(UUID id, long version, ShopVerdict verdict, Caller officer) {
        return files.find(id)
                .filter(shop -> officer.may(Permission.PROVINCE_SHOPS, shop.provinceCode()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .doOnNext(shop -> mustNotBeOwn(shop, officer))
                .doOnNext(shop -> OpenShop.mustBe(version, shop))
                .doOnNext(verdict::mustFit)
                .flatMap(shop -> mustBeIdentified(shop, verdict).thenReturn(shop))
                .flatMap(shop -> apply(shop, verdict, officer))
                .as(transaction::transactional)
                .doOnNext(judged -> directory.forget(id));
    }

    private static void mustNotBeOwn(ShopFile shop, Caller officer) {
        if (officer.belongsTo(Membership.Kind.SHOP, shop.id().toString())) {
            throw new ProblemException(ShopProblem.OWN_CASE);
        }
    }

    /** From the day the law asks for it, a shop opens only for somebody whose identity was verified electronically. */
    private Mono<Void> mustBeIdentified(ShopFile shop, ShopVerdict verdict) {
        if (verdict.kind() != ShopVerdict.Kind.OPEN) {
            return Mono.empty();
        }
        var identity = shop.identity();
        boolean electronic = identity != null && identity.verifiedElectronically();
        return files.electronicIdentity()
                .filter(compulsory -> compulsory && !electronic)
                .flatMap(refused -> Mono.error(new ProblemException(ShopProblem.ELECTRONIC_IDENTITY_NEEDED)));
    }

    private Mono<ShopFile> apply(ShopFile shop, ShopVerdict verdict, Caller officer) {
        return files.duty(NOTICE, BusinessTime.today(clock))
                .flatMap(days -> write(shop, verdict, days, officer).then(tell(shop, verdict, days)))
                .then(outbox.append(ShopChanged.TYPE, shop.id(), new ShopChanged(shop.id())))
                .then(audit.record(officer, act(shop, verdict)))
                .then(files.find(shop.id()));
    }

    private Mono<Void> write(ShopFile shop, ShopVerdict verdict, int noticeDays, Caller officer) {
        var move = new ShopFileRepository.Move(
                shop,
                verdict.statusNow(shop.status(), noticeDays),
                verdict.kind().done(),
                verdict.reason(),
                officer.id());
        return files.move(move)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.STALE)))
                .then(Mono.defer(() -> switch (verdict.kind()) {
                    case OPEN -> files.judgeIdentity(shop.id(), true, officer.id());
                    case ASK_CHANGES -> Mono.<Void>empty();
                    case REFUSE -> files.judgeIdentity(shop.id(), false, officer.id());
                    case SUSPEND -> suspend(shop, verdict, noticeDays, officer);
                    case LIFT -> files.lift(shop.id());
                    case UPHOLD -> files.uphold(shop.id());
                }));
    }

    /** The owners are told at once, with the reason; a suspension's notice begins with this message. */
    private Mono<Void> tell(ShopFile shop, ShopVerdict verdict, int noticeDays) {
        return notices.toOwners(
                Membership.Kind.SHOP,
                shop.id().toString(),
                "shop.notice."
                        + (verdict.holdsAtOnce()
                                ? "suspended-by-order"
                                : verdict.kind().done()),
                shop.name(),
                verdict.reason(),
                DAY.format(verdict.effectiveAt(clock.instant(), noticeDays).atZone(BusinessTime.ZONE)));
    }

    /** What an authority had asked for is done with it. */
    private Mono<Void> suspend(ShopFile shop, ShopVerdict verdict, int noticeDays, Caller officer) {
        var now = clock.instant();
        return files.restrict(shop.id(), verdict, now, verdict.effectiveAt(now, noticeDays), officer.id())
                .then(verdict.holdsAtOnce() ? requests.fulfil(shop.id(), verdict.reason(), officer) : Mono.empty());
    }

    private static Act act(ShopFile shop, ShopVerdict verdict) {
        return Act.of("shop." + verdict.kind().done(), Act.Owner.shop(shop.id()))
                .in(shop.provinceCode())
                .on(shop.id())
                .because(verdict.reason().isBlank() ? null : verdict.reason());
    }
}
