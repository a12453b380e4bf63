package vn.ocop.marketplace.shop;

import java.time.Instant;
import java.util.UUID;
import vn.ocop.marketplace.platform.LocalizedText;

/** A seller's shop as anyone may see it. */
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
        Instant joinedAt) {

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
