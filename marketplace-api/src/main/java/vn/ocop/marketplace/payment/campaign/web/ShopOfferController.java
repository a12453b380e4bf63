package vn.ocop.marketplace.payment.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.campaign.CampaignInvitations;
import vn.ocop.marketplace.payment.campaign.ShopPromotions;
import vn.ocop.marketplace.platform.Language;

@RestController
@RequestMapping("/api/v1/shops/{shopId}")
@Tag(name = "Seller's offers", description = "How a shop takes part in programmes")
class ShopOfferController {

    private final ShopPromotions promotions;

    ShopOfferController(ShopPromotions promotions) {
        this.promotions = promotions;
    }

    record ShopOffers(
            List<CampaignDeskController.CampaignItem> campaigns,
            List<CampaignDeskController.DeskOffer> offers,
            List<InvitationItem> invitations,
            List<CampaignDeskController.ProgrammeItem> programmes) {}

    record InvitationItem(
            UUID campaignId,
            String campaign,
            String programme,
            String organiser,
            Instant startsAt,
            Instant endsAt,
            CampaignInvitations.Standing standing,
            String message,
            Instant invitedAt) {

        static InvitationItem of(CampaignInvitations.ToShop invitation, Language language) {
            return new InvitationItem(
                    invitation.campaign(),
                    invitation.name().in(language),
                    invitation.programme().in(language),
                    invitation.organiser(),
                    invitation.startsAt(),
                    invitation.endsAt(),
                    invitation.standing(),
                    invitation.message(),
                    invitation.invitedAt());
        }
    }

    @GetMapping("/offers")
    @Operation(summary = "Campaigns that are open to the shop, its own offers, its invitations, and programmes")
    Mono<ShopOffers> offers(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller, Language language) {
        return promotions
                .standing(shopId, caller)
                .map(standing -> new ShopOffers(
                        standing.campaigns().stream()
                                .map(campaign -> CampaignDeskController.CampaignItem.of(campaign, language))
                                .toList(),
                        standing.offers().stream()
                                .map(listed -> CampaignDeskController.DeskOffer.of(listed, language))
                                .toList(),
                        standing.invitations().stream()
                                .map(invitation -> InvitationItem.of(invitation, language))
                                .toList(),
                        standing.programmes().stream()
                                .map(programme -> CampaignDeskController.ProgrammeItem.of(programme, language))
                                .toList()));
    }

    record OwnCampaignForm(
            @NotBlank @Size(max = 60) String programme,
            @NotBlank @Size(min = 3, max = 150) String name) {}

    @PostMapping("/campaigns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a campaign of the business's own under a programme; its offers are approved there")
    Mono<CampaignDeskController.Made> openCampaign(
            @PathVariable UUID shopId,
            @Valid @RequestBody OwnCampaignForm form,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Caller caller) {
        return promotions
                .open(shopId, form.programme(), form.name(), key, caller)
                .map(CampaignDeskController.Made::new);
    }

    record LegalPrices(List<ShopPromotions.LegalPrice> items) {}

    @GetMapping("/campaigns/{campaignId}/legal-prices")
    @Operation(summary = "The least each choice of the shop's listings may be offered at in a campaign")
    Mono<LegalPrices> legalPrices(
            @PathVariable UUID shopId,
            @PathVariable UUID campaignId,
            @RequestParam(defaultValue = "") @Size(max = 100) List<UUID> listings,
            @AuthenticationPrincipal Caller caller) {
        return promotions.legalPrices(shopId, campaignId, listings, caller).map(LegalPrices::new);
    }

    @PostMapping("/offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose an offer on the shop's own goods, at its own cost; the organiser approves it")
    Mono<CampaignDeskController.Made> propose(
            @PathVariable UUID shopId,
            @Valid @RequestBody OfferForm form,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return promotions
                .propose(shopId, form.campaignId(), form.ofShop(shopId), key, language, caller)
                .map(CampaignDeskController.Made::new);
    }

    @DeleteMapping("/offers/{offerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an offer of the shop's own at once")
    Mono<Void> withdraw(@PathVariable UUID shopId, @PathVariable UUID offerId, @AuthenticationPrincipal Caller caller) {
        return promotions.withdraw(shopId, offerId, caller);
    }
}
