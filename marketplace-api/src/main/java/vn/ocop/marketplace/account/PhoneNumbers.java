package vn.ocop.marketplace.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers as people type them, turned into their one international form ({@code +84…}). */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME_REGION = "VN";

    private PhoneNumbers() {}

    /** The number in E.164, or nothing when it is no valid number. */
    public static Optional<String> normalise(String typed) {
        try {
            var number = NUMBERS.parse(typed, HOME_REGION);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /** As a Vietnamese reader writes it: {@code 0912 345 678}. */
    public static String national(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, HOME_REGION), PhoneNumberFormat.NATIONAL);
        } catch (NumberParseException noNumber) {
            return e164;
        }
    }
}
