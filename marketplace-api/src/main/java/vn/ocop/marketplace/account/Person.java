package vn.ocop.marketplace.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as they see themselves; a guest has neither name nor phone nor e-mail yet. */
public record Person(
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        boolean guest,
        boolean hasPassword,
        boolean phoneVerified,
        boolean emailVerified) {}
