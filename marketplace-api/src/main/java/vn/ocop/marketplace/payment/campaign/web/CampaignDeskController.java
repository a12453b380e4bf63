package vn.ocop.marketplace.payment.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import vn.ocop.marketplace.payment.campaign.CampaignFigures;
import vn.ocop.marketplace.payment.campaign.Offer;
import vn.ocop.marketplace.payment.campaign.OrganiserDesk;
import vn.ocop.marketplace.payment.campaign.Priced;
import vn.ocop.marketplace.payment.campaign.Shopper;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Territory;

@RestController
@RequestMapping("/api/v1/campaign-desks/{scope}")
@Tag(name = "Campaign desk", description = "Where the platform (scope *) and provinces make and run programmes")
class CampaignDeskController {

    private final OrganiserDesk desk;
    private final CampaignFigures figures;
    private final Territory territory;
    private final MessageSource messages;

    CampaignDeskController(OrganiserDesk desk, CampaignFigures figures, Territory territory, MessageSource messages) {
        this.desk = desk;
        this.figures = figures;
        this.territory = territory;
        this.messages = messages;
    }

    record Made(UUID id) {}

    record Decided(int count) {}

    record Campaigns(List<CampaignItem> items) {}

    record CampaignItem(
            UUID id,
            String programme,
            String code,
            String name,
            String ownerKind,
            String ownerScope,
            String organiser,
            String status,
            boolean openToShops,
            Instant startsAt,
            Instant endsAt,
            boolean concentrated,
            long waiting,
            long running) {

        static CampaignItem of(OrganiserDesk.Campaign campaign, Language language) {
            return new CampaignItem(
                    campaign.id(),
                    campaign.programme(),
                    campaign.code(),
                    campaign.name().in(language),
                    campaign.ownerKind(),
                    campaign.ownerScope(),
                    campaign.organiser(),
                    campaign.status(),
                    campaign.openToShops(),
                    campaign.startsAt(),
                    campaign.endsAt(),
                    campaign.concentrated(),
                    campaign.waiting(),
                    campaign.running());
        }
    }

    record DeskOffers(List<DeskOffer> items) {}

    record DeskOffer(
            UUID id,
            String code,
            String name,
            Offer.Kind kind,
            Offer.Layer stackingClass,
            long value,
            Offer.Audience.People audience,
            Instant startsAt,
            Instant endsAt,
            UUID campaignId,
            String campaign,
            @Nullable UUID shopId,
            List<UUID> listings,
            String status,
            @Nullable String refusal,
            long version) {

        static DeskOffer of(OrganiserDesk.Listed listed, Language language) {
            var offer = listed.offer();
            return new DeskOffer(
                    offer.id(),
                    offer.code(),
                    offer.name().in(language),
                    offer.kind(),
                    offer.layer(),
                    offer.worth().value(),
                    offer.audience().people(),
                    offer.window().startsAt(),
                    offer.window().endsAt(),
                    listed.campaign(),
                    offer.origin().campaign(),
                    offer.target().shop(),
                    offer.target().listings().stream().sorted().toList(),
                    listed.status(),
                    listed.refusal(),
                    offer.version());
        }
    }

    record Programmes(List<ProgrammeItem> items) {}

    record ProgrammeItem(
            String code,
            String name,
            Instant startsAt,
            Instant endsAt,
            @Nullable String decisionNo,
            String status,
            boolean own) {

        static ProgrammeItem of(OrganiserDesk.Programme programme, Language language) {
            return new ProgrammeItem(
                    programme.code(),
                    programme.name().in(language),
                    programme.startsAt(),
                    programme.endsAt(),
                    programme.decisionNo(),
                    programme.status(),
                    programme.own());
        }
    }

    @GetMapping("/programmes")
    @Operation(summary = "The organiser's programmes in whatever state, and those of the platform a province may join")
    Mono<Programmes> programmes(@PathVariable String scope, @AuthenticationPrincipal Caller caller, Language language) {
        return desk.programmes(scope, caller)
                .map(found -> new Programmes(found.stream()
                        .map(one -> ProgrammeItem.of(one, language))
                        .toList()));
    }

    @GetMapping("/campaigns")
    @Operation(summary = "Campaigns of the organiser's programmes, and a province's own under the platform's")
    Mono<Campaigns> campaigns(@PathVariable String scope, @AuthenticationPrincipal Caller caller, Language language) {
        return desk.campaigns(scope, caller)
                .map(found -> new Campaigns(found.stream()
                        .map(campaign -> CampaignItem.of(campaign, language))
                        .toList()));
    }

    record ProgrammeForm(
            @NotBlank @Pattern(regexp = "[a-z0-9-]{3,60}") String code,
            @NotBlank @Size(min = 3, max = 150) String name,
            @Nullable @Size(max = 150) String nameEn,
            @Nullable @Size(max = 300) String theme,
            @Nullable @Size(max = 300) String themeEn,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable @Size(min = 3, max = 100) String decisionNo,
            @Nullable @Size(min = 3, max = 200) String decidedBy,
            @Nullable @Size(max = 60) String copyFrom) {

        OrganiserDesk.ProgrammeWish wish() {
            return new OrganiserDesk.ProgrammeWish(
                    code,
                    new LocalizedText(name, Objects.requireNonNullElse(nameEn, "")),
                    new LocalizedText(Objects.requireNonNullElse(theme, ""), Objects.requireNonNullElse(themeEn, "")),
                    startsAt,
                    endsAt,
                    peakFrom,
                    peakTo,
                    decisionNo,
                    decidedBy,
                    copyFrom);
        }
    }

    @PostMapping("/programmes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a programme, from nothing or from last year's; it is public once it is opened")
    Mono<Made> programme(
            @PathVariable String scope,
            @Valid @RequestBody ProgrammeForm form,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Caller caller) {
        return desk.open(scope, form.wish(), key, caller).map(Made::new);
    }

    record StateForm(boolean open) {}

    @PostMapping("/programmes/{code}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Open a programme to the public, or stop it at once")
    Mono<Void> state(
            @PathVariable String scope,
            @PathVariable String code,
            @Valid @RequestBody StateForm form,
            @AuthenticationPrincipal Caller caller) {
        return desk.state(scope, code, form.open(), caller);
    }

    record CampaignForm(
            @NotBlank @Size(max = 60) String programme,
            @NotBlank @Pattern(regexp = "[a-z0-9-]{3,60}") String code,
            @NotBlank @Size(min = 3, max = 150) String name,
            @Nullable @Size(max = 150) String nameEn,

            @NotBlank @Pattern(regexp = "PLATFORM|PROVINCE|CARRIER|SHOP") String ownerKind,

            @NotBlank @Size(max = 40) String ownerScope,
            @NotBlank @Size(min = 2, max = 200) String organiser,
            @Nullable Boolean openToShops) {

        OrganiserDesk.CampaignWish wish() {
            return new OrganiserDesk.CampaignWish(
                    programme,
                    code,
                    new LocalizedText(name, Objects.requireNonNullElse(nameEn, "")),
                    ownerKind,
                    ownerScope,
                    organiser,
                    Boolean.TRUE.equals(openToShops));
        }
    }

    @PostMapping("/campaigns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a campaign under a programme")
    Mono<Made> campaign(
            @PathVariable String scope,
            @Valid @RequestBody CampaignForm form,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Caller caller) {
        return desk.add(scope, form.wish(), key, caller).map(Made::new);
    }

    @GetMapping("/offers")
    @Operation(summary = "Offers of the organiser's campaigns, the newest first")
    Mono<DeskOffers> offers(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable @Size(max = 20) String status,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return desk.offers(scope, status, caller)
                .map(found -> new DeskOffers(found.stream()
                        .map(listed -> DeskOffer.of(listed, language))
                        .toList()));
    }

    @PostMapping("/offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Make an offer; public at once, or once the shop that bears it accepts; refused with the clause where the law does not allow it")
    Mono<Made> offer(
            @PathVariable String scope,
            @Valid @RequestBody OfferForm form,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return desk.add(scope, form.campaignId(), form.draft(), key, language, caller)
                .map(Made::new);
    }

    @PostMapping("/offer-decisions")
    @Operation(summary = "Approve, refuse or pause many offers at once; answers how many took the step")
    Mono<Decided> decide(
            @PathVariable String scope,
            @Valid @RequestBody OfferForm.Decisions decisions,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return desk.decide(scope, decisions.offers(), decisions.verdict(), decisions.reason(), language, caller)
                .map(Decided::new);
    }

    record PreviewLine(
            @NotNull UUID variantId, @Min(1) @Max(999) int quantity) {}

    record PreviewForm(
            @NotNull Instant at,
            @Nullable Boolean phoneVerified,
            @Nullable Boolean newConsumer,
            @Nullable @Size(max = 10) String communeCode,
            @Nullable @Size(max = 30) String paymentMethod,
            @Nullable @Size(max = 20) String teamCode,
            @NotEmpty @Size(max = 50) List<@Valid PreviewLine> lines) {}

    record PreviewOffer(
            UUID offerId,
            String code,
            String name,
            @Nullable Vnd amount,
            @Nullable String detail) {}

    record PreviewAnswer(Vnd saved, List<PreviewOffer> applied, List<PreviewOffer> notApplied) {}

    @PostMapping("/previews")
    @Operation(summary = "What offers would make of a purchase of a given shopper at a given time")
    Mono<PreviewAnswer> preview(
            @PathVariable String scope,
            @Valid @RequestBody PreviewForm form,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return desk.preview(scope, wish(form), caller).map(priced -> answer(priced, language));
    }

    private OrganiserDesk.Preview wish(PreviewForm form) {
        var commune = form.communeCode();
        var place = commune == null
                ? Shopper.Place.UNKNOWN
                : territory
                        .commune(commune)
                        .map(found -> new Shopper.Place(found.province().code(), found.code()))
                        .orElse(Shopper.Place.UNKNOWN);
        Map<UUID, Integer> pieces = form.lines().stream()
                .collect(Collectors.toMap(PreviewLine::variantId, PreviewLine::quantity, Integer::sum));
        return new OrganiserDesk.Preview(
                form.at(),
                Boolean.TRUE.equals(form.phoneVerified()),
                Boolean.TRUE.equals(form.newConsumer()),
                place,
                form.paymentMethod(),
                form.teamCode(),
                pieces);
    }

    private PreviewAnswer answer(Priced priced, Language language) {
        return new PreviewAnswer(
                priced.total(),
                priced.applied().stream()
                        .map(one -> new PreviewOffer(
                                one.offer().id(),
                                one.offer().code(),
                                one.offer().name().in(language),
                                one.amount(),
                                null))
                        .toList(),
                priced.notApplied().stream()
                        .map(one -> new PreviewOffer(
                                one.offer().id(),
                                one.offer().code(),
                                one.offer().name().in(language),
                                null,
                                messages.getMessage(
                                        one.reason().key(),
                                        new Object[] {one.missing().dong()},
                                        language.locale())))
                        .toList());
    }

    @GetMapping("/programmes/{code}/figures")
    @Operation(
            summary =
                    "A programme in figures, counted from what orders took: by offer, funder, audience, place and team")
    Mono<CampaignFigures.Figures> figures(
            @PathVariable String scope, @PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return figures.of(scope, code, caller);
    }
}
