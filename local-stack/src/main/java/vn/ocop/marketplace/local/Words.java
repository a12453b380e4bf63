package vn.ocop.marketplace.local;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** What the stack says: Vietnamese, or English where the terminal is set to it. */
final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "vn.ocop.marketplace.local.words",
            language(),
            Words.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private Words() {}

    static String say(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.of("vi")).format(arguments);
    }

    private static Locale language() {
        var english = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.startsWith("en"))
                .orElse(false);
        return english ? Locale.ENGLISH : Locale.of("vi");
    }
}
