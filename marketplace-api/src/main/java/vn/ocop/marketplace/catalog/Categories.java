package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The category tree and the dated rules on it, kept in memory. */
public interface Categories {

    /** The six sectors, each with its groups, each with its sets. */
    List<Category> sectors();

    /** Finds a category by code ("g05") or slug ("che"). */
    Optional<Category> find(String codeOrSlug);

    /** From the sector down to the category itself; empty for an unknown code. */
    List<Category> path(String code);

    /** Whether the law reserves the category for adults on that day. */
    boolean ageRestricted(String code, LocalDate day);

    /** Codes of what a listing of the category must tell on that day, in no particular order. */
    Set<String> requiredAttributes(String code, LocalDate day);

    /** Whether goods of the category may be paid in cash on delivery on that day. */
    boolean cashOnDelivery(String code, LocalDate day);
}
