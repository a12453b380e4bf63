package vn.ocop.marketplace.account;

import java.util.Locale;

/** What a one-time code is asked for; a code is good for nothing else. */
public enum CodePurpose {
    SIGN_UP,
    SIGN_IN,
    /** Shows that a phone number or e-mail address added to an account is theirs. */
    CONTACT,
    /** Deleting the account. */
    ERASURE,
    /** A household lets someone sell on its behalf. */
    MANDATE;

    /** The key of the message that carries the code. */
    String message() {
        return "code.message." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
