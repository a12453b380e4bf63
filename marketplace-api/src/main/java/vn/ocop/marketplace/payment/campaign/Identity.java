package vn.ocop.marketplace.payment.campaign;

import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.account.Person;

/**
 * By what a person is known again: the account, and the verified phone number whichever account has it. The number
 * itself is not kept, only its hash.
 */
final class Identity {

    private Identity() {}

    static List<String> of(UUID person, @Nullable String phone) {
        return phone == null ? List.of("person:" + person) : List.of("person:" + person, "phone:" + phone);
    }

    /** Null without a verified number. */
    static @Nullable String phone(Person person) {
        var phone = person.phone();
        return phone == null || !person.phoneVerified() ? null : DigestUtils.sha256Hex(phone);
    }
}
