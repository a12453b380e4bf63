package vn.ocop.marketplace.payment.campaign;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of programmes, offers and what is claimed of them. */
public enum CampaignProblem implements ProblemCode {
    NOT_FOUND("campaign.not-found", HttpStatus.NOT_FOUND),
    OFFERS_CHANGED("campaign.offers-changed", HttpStatus.CONFLICT),
    UNKNOWN_CODE("campaign.unknown-code", HttpStatus.NOT_FOUND),
    NOT_LEGAL("campaign.not-legal", HttpStatus.UNPROCESSABLE_CONTENT),
    BAD_OFFER("campaign.bad-offer", HttpStatus.UNPROCESSABLE_CONTENT),
    CODE_TAKEN("campaign.code-taken", HttpStatus.CONFLICT),
    MOVED_ON("campaign.moved-on", HttpStatus.CONFLICT),
    RULE_IN_THE_PAST("campaign.rule-in-the-past", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    CampaignProblem(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
