package vn.ocop.marketplace.shop;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.AccountQueries;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.Assurance;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Consents;
import vn.ocop.marketplace.account.MandateFile;
import vn.ocop.marketplace.account.Mandates;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** Lets anyone who has signed up apply for a shop, fill in its file step by step and submit it. */
@Service
public class OpenShop {

    private static final int LONGEST_READABLE_SLUG = 90;
    private static final int LONGEST_HOLIDAY = 60;

    private final ShopFileRepository files;
    private final CachedShopDirectory directory;
    private final ListingCounts counts;
    private final CertificateCounts certificates;
    private final Memberships memberships;
    private final Mandates mandates;
    private final AccountQueries people;
    private final Consents consents;
    private final AuditLog audit;
    private final Territory territory;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    OpenShop(
            ShopFileRepository files,
            CachedShopDirectory directory,
            ListingCounts counts,
            CertificateCounts certificates,
            Memberships memberships,
            Mandates mandates,
            AccountQueries people,
            Consents consents,
            AuditLog audit,
            Territory territory,
            Idempotency idempotency,
            Outbox outbox,
            TransactionalOperator transaction) {
        this.files = files;
        this.directory = directory;
        this.counts = counts;
        this.certificates = certificates;
        this.memberships = memberships;
        this.mandates = mandates;
        this.people = people;
        this.consents = consents;
        this.audit = audit;
        this.territory = territory;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** A shop's file, what is still to do, and the names of those who acted on it. */
    public record Opening(ShopFile shop, OpeningChecklist checklist, Map<UUID, String> people) {}

    /** The least that makes a shop; the rest is filled in afterwards. */
    public record Application(String name, Shop.LegalKind legalKind, String street, String communeCode) {}

    /** Whoever applies owns the shop. */
    public Mono<Opening> apply(Application application, Caller applicant, String idempotencyKey) {
        var commune = commune("communeCode", application.communeCode());
        var shop = new ShopFileRepository.Application(
                application.name(),
                application.legalKind(),
                application.street(),
                commune.code(),
                commune.province().code());
        var request = new Idempotency.Request(applicant.id(), idempotencyKey, application);
        return idempotency
                .once(
                        request,
                        UUID.class,
                        () -> files.insert(shop, slug(shop.name()))
                                .delayUntil(id ->
                                        memberships.bindOwner(applicant.id(), Membership.Kind.SHOP, id.toString())))
                .as(transaction::transactional)
                .flatMap(files::find)
                .flatMap(this::opening);
    }

    static String slug(String name) {
        var readable = VietnameseText.slug(name);
        var words = readable.substring(0, Math.min(LONGEST_READABLE_SLUG, readable.length()));
        var mark = HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits(), 6);
        return words.isEmpty() ? mark : words + '-' + mark;
    }

    private Commune commune(String field, String code) {
        return territory.commune(code).orElseThrow(() -> invalid(field, "field.shop-unknown-commune"));
    }

    private Mono<Opening> opening(ShopFile shop) {
        var actors = shop.history().stream()
                .map(ShopFile.Event::actorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Mono.zip(standing(shop.id()), people.names(actors))
                .map(known -> new Opening(shop, OpeningChecklist.of(shop, known.getT1()), known.getT2()));
    }

    private Mono<OpeningChecklist.Standing> standing(UUID shop) {
        return Mono.zip(
                        counts.onSale(List.of(shop)).map(onSale -> onSale.getOrDefault(shop, 0L)),
                        certificates.inForce(shop),
                        inForce(Consents.Purpose.SELLER_TERMS),
                        files.electronicIdentity())
                .map(known ->
                        new OpeningChecklist.Standing(known.getT1(), known.getT2(), known.getT3(), known.getT4()));
    }

    private Mono<String> inForce(Consents.Purpose purpose) {
        return consents.documents()
                .filter(document -> document.purpose() == purpose)
                .next()
                .map(Consents.Document::version);
    }

    /** Opens a shop for a household by its mandate: the household owns it, whoever fills in the form. */
    public Mono<Opening> applyFor(UUID mandateId, Application application, Caller clerk, String idempotencyKey) {
        var commune = commune("communeCode", application.communeCode());
        var shop = new ShopFileRepository.Application(
                application.name(),
                application.legalKind(),
                application.street(),
                commune.code(),
                commune.province().code());
        var request = new Idempotency.Request(clerk.id(), idempotencyKey, application);
        return mandates.active(mandateId, clerk)
                .flatMap(mandate -> idempotency
                        .once(
                                request,
                                UUID.class,
                                () -> files.insert(shop, slug(shop.name()))
                                        .delayUntil(id -> mandates.bindShop(mandate, id, clerk))
                                        .delayUntil(id -> files.find(id)
                                                .flatMap(opened -> files.update(
                                                        opened, ShopProfile.reachedAt(mandate.phone()), null))))
                        .as(transaction::transactional))
                .flatMap(files::find)
                .flatMap(this::opening);
    }

    /** Refuses what the officers could not look at yet; the terms are accepted by the household's yes. */
    public Mono<Void> mustBeReady(MandateFile mandate) {
        var shop = mandate.shop();
        if (shop == null) {
            return Mono.error(new ProblemException(AccountProblem.MANDATE_STATE));
        }
        return files.find(shop)
                .filter(file -> file.status() == Shop.Status.APPLIED)
                .flatMap(file -> standing(shop)
                        .map(standing -> OpeningChecklist.of(file, standing).missing()))
                .doOnNext(missing -> mustBeComplete(missing.stream()
                        .filter(step -> step != OpeningChecklist.Step.TERMS)
                        .toList()))
                .then();
    }

    /** The household has said that its shop may open: terms accepted in its name, submitted if it waits for that. */
    public Mono<Opening> submitFor(MandateFile mandate) {
        var household = mandate.asHousehold();
        return files.find(Objects.requireNonNull(mandate.shop()))
                .flatMap(shop -> shop.status() == Shop.Status.APPLIED
                        ? inForce(Consents.Purpose.SELLER_TERMS)
                                .flatMap(terms ->
                                        change(shop.id(), shop.version(), ShopProfile.submitted(terms), household))
                        : opening(shop));
    }

    /** What a household keeps in its own hands while somebody works for it. */
    private static void mustBeOwn(ShopFile shop, ShopProfile change, Caller seller) {
        boolean money = change.bank() != null && shop.status() != Shop.Status.APPLIED;
        if ((change.submit() || change.termsVersion() != null || money)
                && seller.onlyByMandate(Permission.SHOP_PROFILE, shop.id().toString())) {
            throw new ProblemException(AccountProblem.OWNER_DECIDES);
        }
    }

    /** For the shop's own people and for its province; to everyone else it is not there. */
    public Mono<Opening> file(UUID id, Caller reader) {
        return files.find(id)
                .filter(shop -> reader.may(Permission.SHOP_PROFILE, id.toString())
                        || reader.may(Permission.PROVINCE_SHOPS, shop.provinceCode()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .flatMap(this::opening);
    }

    /** Fills in the file, if it is still as it was seen, and submits it when that is asked for. */
    public Mono<Opening> change(UUID id, long version, ShopProfile change, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_PROFILE, id.toString(), ShopProblem.NOT_FOUND);
        return files.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .doOnNext(shop -> mustBeOwn(shop, change, seller))
                .doOnNext(shop -> mustBe(version, shop))
                .doOnNext(shop -> mustBeChangeable(shop, change))
                .delayUntil(shop -> accept(shop, change, seller))
                .flatMap(shop -> save(shop, change, seller))
                .flatMap(shop -> change.submit() ? submit(shop, seller) : Mono.just(shop))
                .delayUntil(shop -> outbox.append(ShopChanged.TYPE, id, new ShopChanged(id)))
                .delayUntil(shop -> audit.recordOnBehalf(seller, act("shop.file-changed", shop)))
                .as(transaction::transactional)
                .doOnNext(shop -> directory.forget(id))
                .flatMap(this::opening);
    }

    /** Ends a shop for good, by its own people. Orders that are under way still are theirs to fulfil. */
    public Mono<Opening> close(UUID id, long version, String reason, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_STAFF, id.toString(), ShopProblem.NOT_FOUND);
        return files.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .doOnNext(shop -> mustBe(version, shop))
                .flatMap(shop -> shop.status() == Shop.Status.CLOSED
                        ? Mono.error(new ProblemException(ShopProblem.ILLEGAL_DECISION, shop.status()))
                        : files.move(new ShopFileRepository.Move(
                                        shop, Shop.Status.CLOSED, "closed", reason, seller.id()))
                                .then(audit.record(
                                        seller, act("shop.closed", shop).because(reason))))
                .then(Mono.defer(() -> outbox.append(ShopChanged.TYPE, id, new ShopChanged(id))))
                .then(Mono.defer(() -> files.find(id)))
                .as(transaction::transactional)
                .doOnNext(shop -> directory.forget(id))
                .flatMap(this::opening);
    }

    /** What a shop's own people say to its suspension, once; its province says what comes of it. */
    public Mono<Opening> answer(UUID id, long version, String answer, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_STAFF, id.toString(), ShopProblem.NOT_FOUND);
        return files.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .doOnNext(shop -> mustBe(version, shop))
                .doOnNext(OpenShop::mustBeUnanswered)
                .flatMap(shop -> files.answer(shop, answer, seller.id())
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.STALE)))
                        .then(audit.record(seller, act("shop.answered", shop))))
                .then(Mono.defer(() -> files.find(id)))
                .as(transaction::transactional)
                .flatMap(this::opening);
    }

    private static void mustBeUnanswered(ShopFile shop) {
        var restriction = shop.restriction();
        if (restriction == null) {
            throw new ProblemException(ShopProblem.ILLEGAL_DECISION, shop.status());
        }
        if (restriction.answer() != null) {
            throw new ProblemException(ShopProblem.ANSWERED_ALREADY);
        }
    }

    private static Act act(String action, ShopFile shop) {
        return Act.of(action, Act.Owner.shop(shop.id())).in(shop.provinceCode()).on(shop.id());
    }

    /** The terms are accepted in the version that holds today, for the shop, by whoever says so. */
    private Mono<Void> accept(ShopFile shop, ShopProfile change, Caller seller) {
        var version = change.termsVersion();
        if (version == null) {
            return Mono.empty();
        }
        var owner = Act.Owner.shop(shop.id());
        return inForce(Consents.Purpose.SELLER_TERMS)
                .doOnNext(current -> {
                    if (!current.equals(version)) {
                        throw invalid("termsVersion", "field.shop-other-terms");
                    }
                })
                .flatMap(current -> consents.record(seller, owner, Consents.Purpose.SELLER_TERMS, current, true))
                .then(inForce(Consents.Purpose.OPERATING_REGULATION))
                .flatMap(current ->
                        consents.record(seller, owner, Consents.Purpose.OPERATING_REGULATION, current, true));
    }

    private static ProblemException invalid(String field, String code) {
        return new ProblemException(PlatformProblem.INVALID, List.of(new FieldProblem(field, code)));
    }

    static void mustBe(long version, ShopFile shop) {
        if (shop.version() != version) {
            throw new ProblemException(ShopProblem.STALE);
        }
    }

    /** While officers look, and once they have, what the shop is before the law stays as they saw it. */
    private static void mustBeChangeable(ShopFile shop, ShopProfile change) {
        boolean looked = shop.status() != Shop.Status.APPLIED;
        var fixed = Map.of(
                "legalKind", change.legalKind() != null && change.legalKind() != shop.legalKind(),
                "name", change.name() != null && !change.name().equals(shop.name()),
                "taxCode", change.taxCode() != null && !change.taxCode().equals(shop.taxCode()),
                "identity", change.identity() != null,
                "communeCode",
                        change.communeCode() != null && !change.communeCode().equals(shop.communeCode()));
        var problems = new ArrayList<FieldProblem>();
        fixed.forEach((field, changes) -> {
            if (changes) {
                problems.add(new FieldProblem(field, "field.shop-fixed"));
            }
        });
        if (shop.status() == Shop.Status.CLOSED) {
            throw new ProblemException(ShopProblem.ILLEGAL_DECISION, shop.status());
        }
        if (looked && !problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, problems);
        }
    }

    private Mono<ShopFile> save(ShopFile shop, ShopProfile change, Caller seller) {
        var identity = change.identity();
        var bank = change.bank();
        var holidays = change.holidays();
        mustBeDays(holidays);
        return files.update(shop, change, province(change))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.STALE)))
                .then(
                        identity == null
                                ? Mono.empty()
                                : files.saveIdentity(shop.id(), identity, seller.id(), isVouchedFor(seller, shop)))
                .then(
                        bank == null
                                ? Mono.empty()
                                : files.saveBank(shop.id(), bank)
                                        .then(audit.record(seller, act("shop.bank-changed", shop))))
                .then(holidays == null ? Mono.empty() : files.replaceHolidays(shop.id(), holidays))
                .then(files.find(shop.id()));
    }

    private static void mustBeDays(@Nullable List<ShopFile.Holiday> holidays) {
        for (int i = 0; holidays != null && i < holidays.size(); i++) {
            var days = holidays.get(i);
            if (days.lastDay().isBefore(days.firstDay())
                    || days.lastDay().isAfter(days.firstDay().plusDays(LONGEST_HOLIDAY))) {
                throw invalid("holidays[" + i + "].lastDay", "field.shop-holiday");
            }
        }
    }

    /** Who signed in through an identity provider gives their own document; a household's by a clerk is not that. */
    private static boolean isVouchedFor(Caller seller, ShopFile shop) {
        var session = seller.session();
        return !seller.onlyByMandate(Permission.SHOP_PROFILE, shop.id().toString())
                && session != null
                && session.assurance().atLeast(Assurance.IDENTITY);
    }

    private @Nullable String province(ShopProfile change) {
        if (change.returnCommuneCode() != null) {
            commune("returnCommuneCode", change.returnCommuneCode());
        }
        return change.communeCode() == null
                ? null
                : commune("communeCode", change.communeCode()).province().code();
    }

    private Mono<ShopFile> submit(ShopFile shop, Caller seller) {
        if (shop.status() != Shop.Status.APPLIED) {
            return Mono.error(new ProblemException(ShopProblem.ILLEGAL_DECISION, shop.status()));
        }
        return standing(shop.id())
                .map(standing -> OpeningChecklist.of(shop, standing).missing())
                .doOnNext(OpenShop::mustBeComplete)
                .then(Mono.defer(() -> files.move(
                        new ShopFileRepository.Move(shop, Shop.Status.UNDER_REVIEW, "submitted", "", seller.id()))))
                .then(Mono.defer(() -> audit.record(seller, act("shop.submitted", shop))))
                .then(Mono.defer(() -> files.find(shop.id())));
    }

    private static void mustBeComplete(List<OpeningChecklist.Step> steps) {
        var missing = steps.stream()
                .map(step -> new FieldProblem(
                        step.name().toLowerCase(Locale.ROOT),
                        "field.shop-" + step.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(ShopProblem.INCOMPLETE, missing);
        }
    }
}
