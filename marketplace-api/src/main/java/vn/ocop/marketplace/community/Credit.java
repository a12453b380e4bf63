package vn.ocop.marketplace.community;

import java.time.Instant;
import java.util.UUID;

/** That a team brought a person. */
record Credit(UUID person, UUID team, Way way, Instant at) {

    /** How it is known. */
    enum Way {
        /** A household gave the team its mandate. */
        MANDATE,
        /** The person named the team when signing up. */
        SIGN_UP,
        /** The person named the team when ordering. */
        CHECKOUT
    }
}
