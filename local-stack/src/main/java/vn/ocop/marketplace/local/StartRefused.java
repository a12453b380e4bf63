package vn.ocop.marketplace.local;

/** The stack cannot start; the message is one sentence for the person at the keyboard, saying what to do. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String key, Object... arguments) {
        super(Words.say(key, arguments), null, false, false);
    }
}
