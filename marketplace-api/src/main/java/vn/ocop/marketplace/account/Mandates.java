package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Working for a household that cannot, or would rather not, do it alone. A clerk asks, the household says yes by a code
 * sent to its phone (or a second person looks at the signed paper), says yes again to what was prepared before it is
 * offered, and ends it whenever it likes.
 */
@Service
public class Mandates {

    static final int LONGEST_DAYS = 366;

    private static final int MONTHS_BY_SHEET = 6;
    private static final Set<Permission> SHEET_PERMISSIONS = Set.of(Permission.SHOP_PROFILE, Permission.SHOP_LISTINGS);

    private final MandateRepository repository;
    private final People people;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final MembershipRepository memberships;
    private final List<HelpedHouseholds> helped;
    private final List<PreparedShops> prepared;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Mandates(
            MandateRepository repository,
            People people,
            OneTimeCodes codes,
            Sessions sessions,
            MembershipRepository memberships,
            List<HelpedHouseholds> helped,
            List<PreparedShops> prepared,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.repository = repository;
        this.people = people;
        this.codes = codes;
        this.sessions = sessions;
        this.memberships = memberships;
        this.helped = helped;
        this.prepared = prepared;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a household is asked for. */
    public record Question(
            Memberships.Place agent,
            String householdName,
            String phone,
            Set<Permission> permissions,
            LocalDate validTo) {

        public Question {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String toString() {
            return "Question[" + agent + "]";
        }
    }

    /** What a code sent to a household stands for. */
    public enum Word {
        AGREE,
        CONFIRM;

        String about(UUID mandate) {
            return name() + " " + mandate;
        }
    }

    public Mono<MandateFile> ask(Question question, Caller clerk, String idempotencyKey) {
        mustWorkAt(question.agent(), clerk);
        mustBePossible(question);
        var phone = Login.typed("phone", question.phone()).phone();
        if (phone == null) {
            throw invalid("phone", "field.invalid");
        }
        return idempotency
                .once(
                        new Idempotency.Request(clerk.id(), idempotencyKey, question),
                        UUID.class,
                        () -> repository
                                .insert(question, phone, clerk.id())
                                .delayUntil(id -> audit.record(
                                        clerk,
                                        Act.of("mandate.asked", owner(question.agent()))
                                                .on(id))))
                .as(transaction::transactional)
                .flatMap(repository::find);
    }

    /** A household that is to be asked, with its number in international form. */
    public record Household(String name, String phone) {

        @Override
        public String toString() {
            return "Household";
        }
    }

    /**
     * Asks many households at once for a mandate to open a shop and draft its goods; for a module that has seen that
     * the clerk may work at the place. The answer has the mandates by number.
     */
    public Mono<Map<String, UUID>> askMany(Memberships.Place agent, List<Household> households, UUID clerk) {
        var until = BusinessTime.today(clock).plusMonths(MONTHS_BY_SHEET);
        return repository
                .insertAll(agent, households, SHEET_PERMISSIONS, until, clerk)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Mandates by their ids, for a module that has seen that the reader may. */
    public Flux<MandateFile> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Flux.empty() : repository.findAll(ids);
    }

    public MandateFile.State state(MandateFile mandate) {
        return mandate.state(BusinessTime.today(clock));
    }

    private void mustBePossible(Question question) {
        var today = BusinessTime.today(clock);
        if (question.permissions().isEmpty() || !Mandate.POSSIBLE.containsAll(question.permissions())) {
            throw invalid("permissions", "field.invalid");
        }
        if (question.validTo().isBefore(today) || question.validTo().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw invalid("validTo", "field.mandate-too-long");
        }
    }

    private static ProblemException invalid(String field, String code) {
        return new ProblemException(PlatformProblem.INVALID, List.of(new FieldProblem(field, code)));
    }

    private static Act.Owner owner(Memberships.Place agent) {
        return Act.Owner.at(agent.kind(), agent.scope());
    }

    static Permission onboarding(Memberships.Place agent) {
        return agent.kind() == Membership.Kind.POST_OFFICE ? Permission.POST_ONBOARDING : Permission.TEAM_ONBOARDING;
    }

    private static boolean worksAt(Memberships.Place agent, Caller caller) {
        return (agent.kind() == Membership.Kind.POST_OFFICE || agent.kind() == Membership.Kind.COMMUNITY_TEAM)
                && caller.may(onboarding(agent), agent.scope());
    }

    private static void mustWorkAt(Memberships.Place agent, Caller caller) {
        if (!worksAt(agent, caller)) {
            throw new ProblemException(AccountProblem.WORKPLACE_NOT_FOUND);
        }
    }

    /** Sends the household a code by which it says one thing. */
    public Mono<OneTimeCodes.Sent> sendCode(UUID id, Word word, Caller clerk, String address, Language language) {
        return workedOn(id, clerk)
                .doOnNext(mandate ->
                        mustBe(word == Word.AGREE ? MandateFile.State.ASKED : MandateFile.State.ACTIVE, mandate))
                .flatMap(mandate -> codes.send(new OneTimeCodes.Request(
                        CodePurpose.MANDATE, mandate.phone(), word.about(id), address, language)));
    }

    /** The household reads out the code it was sent: that is its yes, and its account. */
    public Mono<MandateFile> agree(UUID id, UUID codeId, String code, Caller clerk) {
        return asked(id, clerk)
                .flatMap(mandate -> redeem(mandate, Word.AGREE, codeId, code)
                        .flatMap(login -> account(mandate, login)
                                .flatMap(household -> agreed(mandate, household, MandateFile.Method.CODE, null, clerk))
                                .flatMap(agreed -> takeOverPrepared(agreed, clerk))
                                .as(transaction::transactional)));
    }

    private Mono<UUID> account(MandateFile mandate, Login login) {
        return people.proven(login)
                .switchIfEmpty(
                        Mono.defer(() -> people.addMember(new People.NewMember(mandate.householdName(), login, null))));
    }

    /** The household has signed; before anything follows a second person compares. */
    public Mono<MandateFile> agreeOnPaper(UUID id, UUID paper, Caller clerk) {
        return asked(id, clerk)
                .flatMap(mandate -> people.findOrAddUnproven(mandate.householdName(), mandate.phone())
                        .flatMap(household -> agreed(mandate, household, MandateFile.Method.PAPER, paper, clerk))
                        .as(transaction::transactional));
    }

    private Mono<Login> redeem(MandateFile mandate, Word word, UUID codeId, String code) {
        return codes.redeem(codeId, CodePurpose.MANDATE, code)
                .filter(proven -> word.about(mandate.id()).equals(proven.about())
                        && mandate.phone().equals(proven.phone()))
                .map(OneTimeCodes.Proven::login)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_CODE)));
    }

    private Mono<MandateFile> agreed(
            MandateFile mandate, UUID household, MandateFile.Method method, @Nullable UUID paper, Caller clerk) {
        var act = Act.of("mandate.agreed", Act.Owner.person(household))
                .on(mandate.id())
                .with("method", method.name())
                .with("permissions", mandate.permissions().stream().sorted().toList())
                .with("validTo", mandate.validTo().toString());
        return changed(repository.agree(mandate.id(), household, method, paper, clerk.id()), mandate, act, clerk)
                .delayUntil(agreed -> Flux.fromIterable(helped)
                        .concatMap(listener -> listener.agreed(agreed.agent(), household))
                        .then());
    }

    /** Somebody else at the same place has compared the signed paper with what is written here. */
    public Mono<MandateFile> approve(UUID id, Caller second) {
        return workedOn(id, second)
                .doOnNext(mandate -> mustBe(MandateFile.State.TO_APPROVE, mandate))
                .doOnNext(mandate -> mustBeAnother(mandate, second))
                .flatMap(mandate -> changed(
                                repository.approve(id, second.id()), mandate, act("approved", mandate), second)
                        .flatMap(approved -> takeOverPrepared(approved, second))
                        .as(transaction::transactional));
    }

    /** What was put down for the household before is its shop from now on. */
    private Mono<MandateFile> takeOverPrepared(MandateFile mandate, Caller clerk) {
        var household = Objects.requireNonNull(mandate.household());
        return Flux.fromIterable(prepared)
                .concatMap(shops -> shops.claim(mandate.id(), household))
                .next()
                .flatMap(shop -> bindShop(mandate, shop, clerk))
                .defaultIfEmpty(mandate);
    }

    private static void mustBeAnother(MandateFile mandate, Caller second) {
        if (second.id().equals(mandate.agreedWith()) || second.id().equals(mandate.createdBy())) {
            throw new ProblemException(AccountProblem.SECOND_PERSON_NEEDED);
        }
    }

    private static Act act(String done, MandateFile mandate) {
        var owner = mandate.shop() != null
                ? Act.Owner.shop(mandate.shop())
                : mandate.household() != null ? Act.Owner.person(mandate.household()) : owner(mandate.agent());
        return Act.of("mandate." + done, owner).on(mandate.id());
    }

    /** For the module that opens shops: the mandate is for this one from now on. Inside the caller's transaction. */
    public Mono<MandateFile> bindShop(MandateFile mandate, UUID shop, Caller clerk) {
        var household = Objects.requireNonNull(mandate.household());
        return memberships
                .bind(
                        household,
                        new Memberships.Place(Membership.Kind.SHOP, shop.toString()),
                        new Memberships.Grant(true, Set.of()))
                .then(changed(
                        repository.bindShop(mandate.id(), shop),
                        mandate,
                        Act.of("mandate.shop-opened", Act.Owner.shop(shop)).on(mandate.id()),
                        clerk))
                .doOnSuccess(bound -> sessions.forget(household));
    }

    /** A mandate the household has still to agree to, for someone who would work by it. */
    public Mono<MandateFile> asked(UUID id, Caller clerk) {
        return workedOn(id, clerk).doOnNext(mandate -> mustBe(MandateFile.State.ASKED, mandate));
    }

    /** A mandate in force, for someone who works by it. */
    public Mono<MandateFile> active(UUID id, Caller clerk) {
        return workedOn(id, clerk).doOnNext(mandate -> mustBe(MandateFile.State.ACTIVE, mandate));
    }

    /** The household says by a code that what was prepared may be offered. */
    public Mono<MandateFile> confirm(UUID id, UUID codeId, String code, Caller clerk) {
        return active(id, clerk)
                .flatMap(mandate -> redeem(mandate, Word.CONFIRM, codeId, code)
                        .then(Mono.defer(
                                () -> changed(repository.confirm(id), mandate, act("confirmed", mandate), clerk)
                                        .as(transaction::transactional))));
    }

    /** Where the word was given on paper a second person says so. */
    public Mono<MandateFile> confirmAsSecond(UUID id, Caller second) {
        return active(id, second)
                .doOnNext(mandate -> {
                    if (mandate.method() != MandateFile.Method.PAPER) {
                        throw new ProblemException(AccountProblem.WRONG_CODE);
                    }
                    mustBeAnother(mandate, second);
                })
                .flatMap(mandate -> changed(repository.confirm(id), mandate, act("confirmed", mandate), second)
                        .as(transaction::transactional));
    }

    /** By the household, who runs the shop itself from then on, or by those who worked for it. */
    public Mono<MandateFile> end(UUID id, String reason, Caller caller) {
        return repository
                .find(id)
                .filter(mandate -> worksAt(mandate.agent(), caller) || isHousehold(mandate, caller))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.MANDATE_NOT_FOUND)))
                .flatMap(mandate -> changed(
                                repository.end(id, caller.id(), reason),
                                mandate,
                                act("ended", mandate).because(reason.isBlank() ? null : reason),
                                caller)
                        .as(transaction::transactional));
    }

    private static boolean isHousehold(MandateFile mandate, Caller caller) {
        var shop = mandate.shop() == null ? "" : mandate.shop().toString();
        return caller.id().equals(mandate.household())
                || caller.memberships().stream()
                        .anyMatch(member ->
                                member.at(Membership.Kind.SHOP, shop) && member.allows(Permission.SHOP_STAFF));
    }

    public Mono<MandateFile> open(UUID id, Caller caller) {
        return repository
                .find(id)
                .filter(mandate -> worksAt(mandate.agent(), caller) || isHousehold(mandate, caller))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.MANDATE_NOT_FOUND)));
    }

    /** The newest first; a sheet may have brought hundreds, so one looks at those of one state, page by page. */
    public Mono<Page<MandateFile>> ofAgent(
            Memberships.Place agent, MandateFile.@Nullable State state, @Nullable UUID after, int limit, Caller clerk) {
        mustWorkAt(agent, clerk);
        return repository
                .ofAgent(agent, state, BusinessTime.today(clock), after, limit + 1)
                .collectList()
                .map(found -> Page.of(found, limit, mandate -> mandate.id().toString()));
    }

    /** Who works for a shop by mandate, for the shop's own people. */
    public Mono<List<MandateFile>> ofShop(UUID shop, Caller caller) {
        caller.mustBeAllowed(Permission.SHOP_STAFF, shop.toString(), AccountProblem.WORKPLACE_NOT_FOUND);
        return repository.ofShop(shop).collectList();
    }

    /** For whom the caller may work today. */
    public Mono<List<MandateFile>> inForceFor(Caller caller) {
        return caller.mandates().isEmpty()
                ? Mono.just(List.of())
                : repository.inForceFor(caller.id(), BusinessTime.today(clock)).collectList();
    }

    private Mono<MandateFile> workedOn(UUID id, Caller clerk) {
        return repository
                .find(id)
                .filter(mandate -> worksAt(mandate.agent(), clerk))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.MANDATE_NOT_FOUND)));
    }

    private void mustBe(MandateFile.State state, MandateFile mandate) {
        if (mandate.state(BusinessTime.today(clock)) != state) {
            throw new ProblemException(AccountProblem.MANDATE_STATE);
        }
    }

    private Mono<MandateFile> changed(Mono<Boolean> change, MandateFile mandate, Act act, Caller caller) {
        return change.filter(done -> done)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.MANDATE_STATE)))
                .then(Mono.defer(() -> audit.record(caller, act)))
                .then(Mono.defer(() -> repository.find(mandate.id())))
                .doOnSuccess(after -> sessions.forgetAgents());
    }
}
