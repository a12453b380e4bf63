package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a change by which buyers could be misled: name, pictures, group, certificate. Null stays as it is. */
public record RiskyChange(
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable String categoryCode,
        @Nullable List<ShownPicture> pictures,
        @Nullable UUID certificateId) {

    static final RiskyChange NONE = new RiskyChange(null, null, null, null, null);

    static RiskyChange of(ListingChange change) {
        return new RiskyChange(
                change.title(), change.titleEn(), change.categoryCode(), change.pictures(), change.certificateId());
    }

    /** This with the newer wishes of its seller laid over it. */
    RiskyChange with(RiskyChange newer) {
        return new RiskyChange(
                newer.title == null ? title : newer.title,
                newer.titleEn == null ? titleEn : newer.titleEn,
                newer.categoryCode == null ? categoryCode : newer.categoryCode,
                newer.pictures == null ? pictures : newer.pictures,
                newer.certificateId == null ? certificateId : newer.certificateId);
    }

    /** This without what is so already. */
    RiskyChange beside(EditedListing now) {
        var proof = now.certificateId() == null ? ListingChange.NO_CERTIFICATE : now.certificateId();
        return new RiskyChange(
                now.title().vi().equals(title) ? null : title,
                now.title().en().equals(titleEn) ? null : titleEn,
                now.categoryCode().equals(categoryCode) ? null : categoryCode,
                now.shows(pictures) ? null : pictures,
                proof.equals(certificateId) ? null : certificateId);
    }

    boolean isNothing() {
        return equals(NONE);
    }
}
