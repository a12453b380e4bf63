package vn.ocop.marketplace.web.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/** An organiser's programmes and campaigns: what waits for its word or a shop's, what runs, and what it brought. */
public record OrganiserPage(
        Head head,
        Bench bench,
        List<CampaignOffice.DeskProgramme> programmes,
        List<CampaignOffice.Campaign> campaigns,
        List<CampaignOffice.DeskOffer> waiting,
        List<CampaignOffice.DeskOffer> asked,
        List<CampaignOffice.DeskOffer> running,
        @Nullable String programme,
        CampaignOffice.Figures figures,
        boolean done,
        List<String> refusals) {}
