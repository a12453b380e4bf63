package vn.ocop.marketplace.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * Everything about a shop for its own people and its province; numbers are masked.
 *
 * @param reason why it was sent back, suspended or closed
 * @param openDays a bit for each day of the week, Monday first
 */
public record ShopFile(
        UUID id,
        String slug,
        String name,
        Shop.LegalKind legalKind,
        Shop.Status status,
        LocalizedText story,
        String street,
        String communeCode,
        String provinceCode,
        @Nullable String phone,
        @Nullable String taxCode,
        @Nullable String returnStreet,
        @Nullable String returnCommuneCode,
        int openDays,
        @Nullable String termsVersion,
        @Nullable Instant submittedAt,
        @Nullable String reason,
        @Nullable Identity identity,
        @Nullable BankAccount bank,
        @Nullable Restriction restriction,
        List<Holiday> holidays,
        List<Event> history,
        long version) {

    /** Who answers for the shop. */
    public record Identity(
            String representative, DocumentKind documentKind, String number, State state, Method method) {

        boolean verifiedElectronically() {
            return method == Method.ELECTRONIC && state == State.VERIFIED;
        }

        /** What proves it. */
        public enum DocumentKind {
            CITIZEN_ID,
            PASSPORT,
            BUSINESS_LICENCE
        }

        /** How far its verification has got. */
        public enum State {
            SUBMITTED,
            VERIFIED,
            REFUSED
        }

        /** How it was verified, or is to be. */
        public enum Method {
            MANUAL,
            ELECTRONIC
        }
    }

    /** Where its money goes. */
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

        boolean waitsForWord() {
            return answer != null && heardAt == null;
        }
    }

    /** Days on which nothing is sent; orders are taken and sent afterwards, or not taken. */
    public record Holiday(LocalDate firstDay, LocalDate lastDay, boolean takesOrders, String note) {}

    /**
     * Something that happened to it.
     *
     * @param actorId null when a deadline passed
     */
    public record Event(
            Instant at,
            String kind,
            Shop.Status fromStatus,
            Shop.Status toStatus,
            String reason,
            @Nullable UUID actorId) {}
}
