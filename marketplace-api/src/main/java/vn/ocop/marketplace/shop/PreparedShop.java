package vn.ocop.marketplace.shop;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.account.MandateFile;

/**
 * A shop as a place that brings shops in knows it.
 *
 * @param prepared whether the place put it down itself
 * @param mandate the question its household is asked
 * @param leftAt the version at which the place left it
 */
record PreparedShop(
        UUID id,
        String phone,
        boolean prepared,
        String person,
        @Nullable UUID mandate,
        long leftAt,
        long version,
        Shop.Status status,
        String name,
        Shop.LegalKind legalKind,
        String street,
        String communeCode,
        @Nullable String taxCode,
        String story) {

    /** What becomes of a row. */
    enum Fate {
        CREATE,
        NOTHING,
        CHANGE,
        /** The household never answered, and its question has run out. */
        ASK_AGAIN,
        /** Others work on the shop by now, who are not overruled. */
        REFUSE
    }

    static Fate fate(
            PreparedRow row, @Nullable PreparedShop known, MandateFile.@Nullable State mandate, boolean agreed) {
        if (known == null) {
            return Fate.CREATE;
        }
        boolean open = known.prepared && known.status == Shop.Status.APPLIED && known.version == known.leftAt;
        if (open && mandate == MandateFile.State.ENDED && !agreed) {
            return Fate.ASK_AGAIN;
        }
        if (known.says(row)) {
            return Fate.NOTHING;
        }
        return open && mandate != MandateFile.State.ENDED ? Fate.CHANGE : Fate.REFUSE;
    }

    private boolean says(PreparedRow row) {
        return (row.person() == null || !prepared || row.person().equals(person))
                && (row.name() == null || row.name().equals(name))
                && (row.legalKind() == null || row.legalKind() == legalKind)
                && (row.street() == null || row.street().equals(street))
                && (row.commune() == null || row.commune().code().equals(communeCode))
                && (row.taxCode() == null || Objects.equals(row.taxCode(), taxCode))
                && (row.story() == null || row.story().equals(story));
    }
}
