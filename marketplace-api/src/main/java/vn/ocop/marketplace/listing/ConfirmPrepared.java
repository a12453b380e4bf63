package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.MandateFile;
import vn.ocop.marketplace.account.Mandates;
import vn.ocop.marketplace.shop.OpenShop;
import vn.ocop.marketplace.shop.Shop;

/** The household's second yes: its shop and what was drafted for it go to the officers as its own. */
@Service
public class ConfirmPrepared {

    private static final int MOST_AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Mandates mandates;
    private final OpenShop openShop;
    private final SubmitDrafts submitDrafts;
    private final SubmissionRepository submissions;

    ConfirmPrepared(Mandates mandates, OpenShop openShop, SubmitDrafts submitDrafts, SubmissionRepository submissions) {
        this.mandates = mandates;
        this.openShop = openShop;
        this.submitDrafts = submitDrafts;
        this.submissions = submissions;
    }

    /**
     * What went to the officers.
     *
     * @param submitted listings that went
     * @param unfinished drafts that still lack something
     */
    public record Confirmed(UUID mandate, UUID shop, Shop.Status status, int submitted, int unfinished) {}

    /** By the code the household was sent; without one, by a second person where it had signed on paper. */
    public Mono<Confirmed> confirm(UUID mandate, @Nullable UUID codeId, @Nullable String code, Caller clerk) {
        // The code works once: what would be refused is refused before it is used up.
        return mandates.active(mandate, clerk)
                .flatMap(openShop::mustBeReady)
                .then(Mono.defer(() -> codeId == null || code == null
                        ? mandates.confirmAsSecond(mandate, clerk)
                        : mandates.confirm(mandate, codeId, code, clerk)))
                .flatMap(this::submitAll);
    }

    private Mono<Confirmed> submitAll(MandateFile mandate) {
        return openShop.submitFor(mandate)
                .flatMap(opening -> submitDrafts(mandate)
                        .map(went -> new Confirmed(
                                mandate.id(),
                                opening.shop().id(),
                                opening.shop().status(),
                                (int) went.stream().filter(done -> done).count(),
                                (int) went.stream().filter(done -> !done).count())));
    }

    private Mono<List<Boolean>> submitDrafts(MandateFile mandate) {
        var household = mandate.asHousehold().id();
        return submissions
                .drafts(Objects.requireNonNull(mandate.shop()), FIRST, MOST_AT_ONCE)
                .concatMap(draft -> submitDrafts.submit(draft, household))
                .collectList();
    }
}
