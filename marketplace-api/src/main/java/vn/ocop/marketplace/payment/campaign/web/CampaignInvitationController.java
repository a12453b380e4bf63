package vn.ocop.marketplace.payment.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
@RequestMapping("/api/v1")
@Tag(name = "Invitations to campaigns", description = "Organisers ask shops to take part; shops say yes or no")
class CampaignInvitationController {

    private final CampaignInvitations invitations;
    private final ShopPromotions promotions;

    CampaignInvitationController(CampaignInvitations invitations, ShopPromotions promotions) {
        this.invitations = invitations;
        this.promotions = promotions;
    }

    record InvitableShops(List<CampaignInvitations.Candidate> items) {}

    @GetMapping("/campaign-desks/{scope}/campaigns/{campaignId}/invitable-shops")
    @Operation(summary = "Open shops that may be invited to a campaign, by a part of their name")
    Mono<InvitableShops> invitable(
            @PathVariable String scope,
            @PathVariable UUID campaignId,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @AuthenticationPrincipal Caller caller) {
        return invitations.candidates(scope, campaignId, q, caller).map(InvitableShops::new);
    }

    record InvitedShops(List<CampaignInvitations.Invited> items) {}

    @GetMapping("/campaign-desks/{scope}/campaigns/{campaignId}/invitations")
    @Operation(summary = "Shops that were invited to a campaign, what they said and how many offers they have in it")
    Mono<InvitedShops> invited(
            @PathVariable String scope, @PathVariable UUID campaignId, @AuthenticationPrincipal Caller caller) {
        return invitations.ofCampaign(scope, campaignId, caller).map(InvitedShops::new);
    }

    record InvitationForm(
            @NotEmpty @Size(max = 200) List<@NotNull UUID> shops,
            @Nullable @Size(max = 1000) String message) {}

    record InvitedCount(int count) {}

    @PostMapping("/campaign-desks/{scope}/campaigns/{campaignId}/invitations")
    @Operation(
            summary = "Invite shops; those that were invited already are passed over, those that declined asked anew")
    Mono<InvitedCount> invite(
            @PathVariable String scope,
            @PathVariable UUID campaignId,
            @Valid @RequestBody InvitationForm form,
            @AuthenticationPrincipal Caller caller) {
        var message = Objects.requireNonNullElse(form.message(), "").strip();
        return invitations
                .invite(scope, campaignId, form.shops(), message, caller)
                .map(InvitedCount::new);
    }

    record AnswerForm(
            @NotNull Boolean accept,
            @Nullable @Size(max = 500) String reason) {}

    @PostMapping("/shops/{shopId}/invitations/{campaignId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept or decline to take part in a campaign")
    Mono<Void> answerInvitation(
            @PathVariable UUID shopId,
            @PathVariable UUID campaignId,
            @Valid @RequestBody AnswerForm form,
            @AuthenticationPrincipal Caller caller) {
        return invitations.answer(shopId, campaignId, form.accept(), form.reason(), caller);
    }

    @PostMapping("/shops/{shopId}/offers/{offerId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept or decline an offer that an organiser drafted for the shop and the shop would bear")
    Mono<Void> answerOffer(
            @PathVariable UUID shopId,
            @PathVariable UUID offerId,
            @Valid @RequestBody AnswerForm form,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return promotions.answer(shopId, offerId, form.accept(), form.reason(), language, caller);
    }
}
