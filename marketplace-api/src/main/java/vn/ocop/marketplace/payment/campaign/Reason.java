package vn.ocop.marketplace.payment.campaign;

/** Why an offer does not apply, in words of the message bundles. */
public enum Reason {
    NOT_NOW("campaign.reason.not-now"),
    PHONE_NOT_VERIFIED("campaign.reason.phone-not-verified"),
    NEW_CONSUMERS_ONLY("campaign.reason.new-consumers-only"),
    EXISTING_CONSUMERS_ONLY("campaign.reason.existing-consumers-only"),
    OTHER_PLACE("campaign.reason.other-place"),
    OTHER_METHOD("campaign.reason.other-method"),
    NOT_FIRST_BY_METHOD("campaign.reason.not-first-by-method"),
    TEAM_NEEDED("campaign.reason.team-needed"),
    SPEND_MORE("campaign.reason.spend-more"),
    MORE_PIECES("campaign.reason.more-pieces"),
    ADD_GIFT("campaign.reason.add-gift"),
    BETTER_OFFER("campaign.reason.better-offer"),
    USED_BEFORE("campaign.reason.used-before"),
    USED_UP("campaign.reason.used-up"),
    NOTHING_HERE("campaign.reason.nothing-here");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
