package vn.ocop.marketplace.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop's people write about it; what is null stays as it is. */
public record ShopProfile(
        @Nullable String name,
        Shop.@Nullable LegalKind legalKind,
        @Nullable String story,
        @Nullable String storyEn,
        @Nullable String street,
        @Nullable String communeCode,
        @Nullable String phone,
        @Nullable String taxCode,
        @Nullable String returnStreet,
        @Nullable String returnCommuneCode,
        @Nullable Integer openDays,
        @Nullable String termsVersion,
        @Nullable Identity identity,
        @Nullable BankAccount bank,
        @Nullable List<ShopFile.Holiday> holidays,
        boolean submit) {

    /** Nothing different but that the terms hold and officers may look. */
    static ShopProfile submitted(String terms) {
        return new ShopProfile(
                null, null, null, null, null, null, null, null, null, null, null, terms, null, null, null, true);
    }

    /** Where the shop is called. */
    static ShopProfile reachedAt(String phone) {
        return new ShopProfile(
                null, null, null, null, null, null, phone, null, null, null, null, null, null, null, null, false);
    }

    /** Who answers, with the number as it stands on the document. */
    public record Identity(String representative, ShopFile.Identity.DocumentKind documentKind, String number) {

        @Override
        public String toString() {
            return "Identity";
        }
    }

    /** Where money goes, with the number as the bank writes it. */
    public record BankAccount(String bankBin, String number, String holder) {

        @Override
        public String toString() {
            return "BankAccount";
        }
    }
}
