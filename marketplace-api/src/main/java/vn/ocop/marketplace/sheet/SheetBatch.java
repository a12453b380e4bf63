package vn.ocop.marketplace.sheet;

import java.util.List;
import java.util.UUID;
import vn.ocop.marketplace.account.Memberships;

/**
 * Rows to look at or to put into effect, whole groups of them.
 *
 * @param trial true looks only
 */
public record SheetBatch(Memberships.Place place, UUID actor, boolean trial, List<List<SheetRow>> groups) {

    public SheetBatch {
        groups = groups.stream().map(List::copyOf).toList();
    }

    public UUID shop() {
        return SheetKind.shop(place);
    }
}
