package vn.ocop.marketplace.account;

/** How sure one can be that a person is who they say. */
public enum Assurance {
    /** Nothing was shown. */
    NONE,
    /** A code sent to the phone or the e-mail address came back. */
    CONTACT,
    /** An identity provider vouches for the person. */
    IDENTITY;

    public boolean atLeast(Assurance wanted) {
        return compareTo(wanted) >= 0;
    }
}
