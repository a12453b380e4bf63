package vn.ocop.marketplace.payment;

import java.util.List;

/** How far a dispute has got. */
public enum DisputeStatus {
    /** The bank asks first; no money has moved. */
    INQUIRY,
    /** The provider has taken the money until it is decided. */
    OPEN,
    WON,
    LOST,
    /** An inquiry that came to nothing. */
    CLOSED;

    /** The steps from here to what the provider tells, which may have skipped some; none back. */
    List<DisputeStatus> stepsTo(DisputeStatus told) {
        return switch (this) {
            case INQUIRY ->
                switch (told) {
                    case INQUIRY -> List.of();
                    case OPEN, CLOSED -> List.of(told);
                    case WON, LOST -> List.of(OPEN, told);
                };
            case OPEN -> told == WON || told == LOST ? List.of(told) : List.of();
            case WON, LOST, CLOSED -> List.of();
        };
    }
}
