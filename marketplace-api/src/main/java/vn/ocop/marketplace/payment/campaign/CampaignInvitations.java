package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Organisers ask shops to take part in their campaigns; shops say yes or no. */
@Service
public class CampaignInvitations {

    private static final int SHOWN = 50;

    private final CampaignInvitationRepository invitations;
    private final OfferDeskRepository desk;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CampaignInvitations(
            CampaignInvitationRepository invitations,
            OfferDeskRepository desk,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.invitations = invitations;
        this.desk = desk;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a shop stands with a campaign. */
    public enum Standing {
        INVITED,
        ACCEPTED,
        DECLINED
    }

    /** A shop that could be asked; standing is null as long as it was not. */
    public record Candidate(
            UUID shopId, String name, @Nullable Standing standing) {}

    /**
     * A shop that was asked.
     *
     * @param offers that it has in the campaign, waiting or approved
     */
    public record Invited(
            UUID shopId,
            String name,
            Standing standing,
            Instant invitedAt,
            @Nullable Instant answeredAt,
            @Nullable String reason,
            long offers) {}

    /** What a shop is asked. */
    public record ToShop(
            UUID campaign,
            LocalizedText name,
            LocalizedText programme,
            String organiser,
            Instant startsAt,
            Instant endsAt,
            Standing standing,
            String message,
            Instant invitedAt) {}

    /** Shops by a part of their name, with or without marks. */
    public Mono<List<Candidate>> candidates(String scope, UUID campaign, @Nullable String name, Caller caller) {
        var folded = VietnameseText.fold(name == null ? "" : name).replaceAll("([%_\\\\])", "\\\\$1");
        return own(scope, campaign, caller)
                .then(Mono.defer(() ->
                        invitations.candidates(campaign, scope, folded, SHOWN).collectList()));
    }

    public Mono<List<Invited>> ofCampaign(String scope, UUID campaign, Caller caller) {
        return own(scope, campaign, caller)
                .then(Mono.defer(() -> invitations.ofCampaign(campaign).collectList()));
    }

    /** Answers how many were asked; who was asked already, or is not the organiser's to ask, is passed over. */
    public Mono<Integer> invite(String scope, UUID campaign, List<UUID> shops, String message, Caller caller) {
        var now = clock.instant();
        return own(scope, campaign, caller)
                .filter(found -> found.endsAt().isAfter(now))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .flatMap(found -> invitations.invite(campaign, scope, shops, message, caller.id(), now))
                .delayUntil(count -> audit.record(
                        caller,
                        OrganiserDesk.act("campaign.shops-invited", scope)
                                .on(campaign)
                                .with("shops", count)))
                .map(Math::toIntExact)
                .as(transaction::transactional);
    }

    private Mono<OfferDeskRepository.Campaign> own(String scope, UUID campaign, Caller caller) {
        OrganiserDesk.mustRun(scope, caller);
        return desk.campaign(campaign)
                .filter(found -> found.belongsTo(scope))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)));
    }

    /** Whoever said no may still say yes; who said yes takes back its offers one by one. */
    public Mono<Void> answer(UUID shop, UUID campaign, boolean accept, @Nullable String reason, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), CampaignProblem.NOT_FOUND);
        var standing = accept ? Standing.ACCEPTED : Standing.DECLINED;
        return invitations
                .lock(campaign, shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .doOnNext(before -> {
                    if (before == Standing.ACCEPTED || before == standing) {
                        throw new ProblemException(CampaignProblem.MOVED_ON);
                    }
                })
                .then(Mono.defer(() -> invitations.answer(
                        campaign, shop, standing, accept ? null : reason, seller.id(), clock.instant())))
                .then(Mono.defer(() -> audit.record(
                        seller,
                        Act.of("campaign.invitation-answered", Act.Owner.shop(shop))
                                .on(campaign)
                                .with("answer", standing.name())
                                .because(reason))))
                .as(transaction::transactional);
    }
}
