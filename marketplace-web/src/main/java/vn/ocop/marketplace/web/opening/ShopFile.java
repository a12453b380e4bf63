package vn.ocop.marketplace.web.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.selling.Words;

/** A shop's file as its people and its province see it; numbers come masked. */
public record ShopFile(
        String id,
        String slug,
        String name,
        String legalKind,
        String status,
        Words story,
        String street,
        String communeCode,
        String provinceCode,
        @Nullable String phone,
        @Nullable String taxCode,
        @Nullable String returnStreet,
        int openDays,
        @Nullable String termsVersion,
        @Nullable Instant submittedAt,
        @Nullable String reason,
        @Nullable Identity identity,
        @Nullable BankAccount bank,
        @Nullable Restriction restriction,
        @Nullable List<Holiday> holidays,
        long version) {

    /** Who answers for the shop, and how far that is verified. */
    public record Identity(String representative, String documentKind, String number, String state, String method) {

        public String stateKey() {
            return key(state);
        }
    }

    public record BankAccount(String bankBin, String number, String holder) {}

    /**
     * A suspension announced or in force.
     *
     * @param answer what the shop's people say to it
     * @param heardAt when an officer decided that it stands nevertheless
     */
    public record Restriction(
            String reason,
            @Nullable String legalOrder,
            Instant announcedAt,
            Instant effectiveAt,
            @Nullable String answer,
            @Nullable Instant heardAt) {

        public boolean waitsForWord() {
            return answer != null && heardAt == null;
        }
    }

    /** Days of rest. */
    public record Holiday(
            LocalDate firstDay,
            LocalDate lastDay,
            boolean takesOrders,
            @Nullable String note) {}

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String statusKey() {
        return key(status);
    }

    public List<Holiday> restDays() {
        return holidays == null ? List.of() : holidays;
    }

    /** Whether it still can be changed what the shop is before the law. */
    public boolean fresh() {
        return status.equals("APPLIED");
    }

    public boolean is(String state) {
        return status.equals(state);
    }

    /** The day of the week, 1 is Monday. */
    public boolean opensOn(int day) {
        return (openDays & 1 << (day - 1)) != 0;
    }

    /** What ticking it in a list carries. */
    public String seen() {
        return id + ":" + version;
    }
}
