package vn.ocop.marketplace.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Seals what may lie in the database only unreadable (identity numbers, second factors) with AES-256-GCM, and makes
 * keyed hashes of short secrets. A sealed text begins with the id of its key, so that keys can be changed: the former
 * ones still open what they sealed.
 */
@Component
public class SecretBox {

    private static final int KEY_ID_BYTES = 4;
    private static final int IV_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final Map<String, AesBytesEncryptor> keys = new LinkedHashMap<>();
    private final byte[] current;

    SecretBox(
            @Value("${marketplace.secrets.key}") String key,
            @Value("${marketplace.secrets.former-keys:}") List<String> formerKeys) {
        current = decode(key);
        keys.put(id(current), encryptor(current));
        formerKeys.stream().map(SecretBox::decode).forEach(former -> keys.put(id(former), encryptor(former)));
    }

    private static byte[] decode(String key) {
        var bytes = Base64.getDecoder().decode(key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "SECRETS_KEY must be 32 random bytes in Base64, as `openssl rand -base64 32` prints them");
        }
        return bytes;
    }

    private static AesBytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }

    private static String id(byte[] key) {
        return HexFormat.of().formatHex(DigestUtils.sha256(key), 0, KEY_ID_BYTES);
    }

    public byte[] seal(String text) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] sealBytes(byte[] plain) {
        var sealed = encryptor(current).encrypt(plain);
        var id = HexFormat.of().parseHex(id(current));
        var whole = Arrays.copyOf(id, id.length + sealed.length);
        System.arraycopy(sealed, 0, whole, id.length, sealed.length);
        return whole;
    }

    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(byte[] sealed) {
        var key = keys.get(HexFormat.of().formatHex(sealed, 0, KEY_ID_BYTES));
        if (key == null) {
            throw new IllegalStateException("sealed with a key that is not configured");
        }
        return key.decrypt(Arrays.copyOfRange(sealed, KEY_ID_BYTES, sealed.length));
    }

    /** The same for the same purpose and text, and useless to whoever lacks the key. */
    public byte[] hash(String purpose, String text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, current).hmac(purpose + '\0' + text);
    }
}
