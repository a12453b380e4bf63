package vn.ocop.marketplace.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * A seller's shop as anyone may see it.
 *
 * @param holiday the days of rest that run, or begin within a week
 */
public record Shop(
        UUID id,
        String slug,
        String name,
        LegalKind legalKind,
        Status status,
        LocalizedText story,
        String street,
        String communeCode,
        String provinceCode,
        boolean demo,
        Instant joinedAt,
        ShopFile.@Nullable Holiday holiday) {

    public boolean open() {
        return status == Status.OPEN;
    }

    /** What the seller is before the law. */
    public enum LegalKind {
        HOUSEHOLD,
        INDIVIDUAL,
        COOPERATIVE,
        COMPANY
    }

    /** How far the shop has got; only an open one sells. */
    public enum Status {
        APPLIED,
        UNDER_REVIEW,
        OPEN,
        SUSPENDED,
        CLOSED
    }
}
