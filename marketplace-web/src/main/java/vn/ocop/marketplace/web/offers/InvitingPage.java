package vn.ocop.marketplace.web.offers;

import java.util.List;
import vn.ocop.marketplace.web.site.Head;

/** Whom an organiser may ask to take part in a campaign, whom it asked, and what they said. */
public record InvitingPage(
        Head head,
        Bench bench,
        CampaignOffice.Campaign campaign,
        String wanted,
        List<CampaignOffice.Invitable> found,
        List<CampaignOffice.Invited> invited,
        String message,
        boolean done,
        List<String> refusals) {

    /** More than these are found by their names. */
    private static final int SHOWN = 12;

    /** Those that were not asked, or may be asked anew. */
    public List<CampaignOffice.Invitable> open() {
        return found.stream()
                .filter(shop -> shop.standing() == null || shop.standing().equals("DECLINED"))
                .limit(SHOWN)
                .toList();
    }
}
