package vn.ocop.marketplace.local.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a text as the API does: the first four bytes of the key's SHA-256, sixteen random ones, AES-256-GCM. */
final class SealedText {

    private static final int KEY_ID_BYTES = 4;
    private static final int IV_BYTES = 16;
    private static final int TAG_BITS = 128;

    private SealedText() {}

    /** In the form in which PostgreSQL reads bytes. */
    static String seal(String text, String keyInBase64) {
        try {
            var key = Base64.getDecoder().decode(keyInBase64);
            var iv = new byte[IV_BYTES];
            new SecureRandom().nextBytes(iv);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(KEY_ID_BYTES + IV_BYTES + sealed.length)
                    .put(MessageDigest.getInstance("SHA-256").digest(key), 0, KEY_ID_BYTES)
                    .put(iv)
                    .put(sealed)
                    .array();
            return "\\x" + HexFormat.of().formatHex(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
