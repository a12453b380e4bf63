package vn.ocop.marketplace.community;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws codes that can be said on the telephone: no letter looks or sounds like a digit. */
@Component
class TeamCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
