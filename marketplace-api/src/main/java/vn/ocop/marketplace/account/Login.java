package vn.ocop.marketplace.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** What a person signs in with: a phone number in international form or an e-mail address in lower case. */
record Login(@Nullable String phone, @Nullable String email) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}\\.[^\\s@<>\".]{2,24}");

    /** Either a phone or an e-mail; refuses what is neither. */
    static Login typed(String field, String typed) {
        var trimmed = typed.strip();
        if (trimmed.contains("@")) {
            return new Login(null, email(field, trimmed));
        }
        return new Login(phone(field, trimmed), null);
    }

    static Login of(@Nullable String phone, @Nullable String email) {
        var login = new Login(
                phone == null || phone.isBlank() ? null : phone("phone", phone),
                email == null || email.isBlank() ? null : email("email", email));
        if (login.phone() == null && login.email() == null) {
            throw invalid("phone", "field.missing");
        }
        return login;
    }

    private static String phone(String field, String typed) {
        return PhoneNumbers.normalise(typed).orElseThrow(() -> invalid(field, "field.phone"));
    }

    private static String email(String field, String typed) {
        var lower = typed.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(lower).matches()) {
            throw invalid(field, "field.email");
        }
        return lower;
    }

    private static ProblemException invalid(String field, String code) {
        return new ProblemException(PlatformProblem.INVALID, List.of(new FieldProblem(field, code)));
    }

    /** Enough to be recognised by whoever knows it: the last three digits, or the first letter and the domain. */
    String masked() {
        var subject = subject();
        var at = subject.indexOf('@');
        return at < 0
                ? "••• •••• " + subject.substring(subject.length() - 3)
                : subject.charAt(0) + "•••" + subject.substring(at);
    }

    String subject() {
        return phone != null ? phone : String.valueOf(email);
    }
}
