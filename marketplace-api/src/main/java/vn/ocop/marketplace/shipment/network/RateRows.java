package vn.ocop.marketplace.shipment.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.sheet.Cells;
import vn.ocop.marketplace.sheet.SheetDates;
import vn.ocop.marketplace.sheet.SheetNumbers;
import vn.ocop.marketplace.territory.Nearness;

/**
 * The lines of a tariff as a carrier's sheet has them. A version that is in force has been sold by and stays as it is;
 * what comes begins today or later.
 */
final class RateRows {

    static final List<String> COLUMNS = List.of(
            "service",
            "zone",
            "base-grams",
            "base-fee",
            "step-grams",
            "step-fee",
            "days-from",
            "days-to",
            "valid-from",
            "valid-to");

    private static final int MOST_GRAMS = 1_000_000;
    private static final int MOST_DAYS = 60;
    private static final long MOST_DONG = 100_000_000;

    private RateRows() {}

    /** What is wrong with a row. */
    record Wrong(int row, String column, String code) {}

    /** What a sheet comes to: nothing of it is put into effect where anything is wrong. */
    record Read(List<RateCard> cards, List<Wrong> wrong) {}

    /** What there is to hold a sheet against. */
    record Known(String carrier, Set<String> services, List<RateCard> cards, LocalDate today) {

        private Map<String, RateCard> byKey() {
            return cards.stream().collect(Collectors.toMap(RateRows::key, card -> card));
        }
    }

    static String key(RateCard card) {
        return card.service() + "|" + card.zone() + "|" + card.validFrom();
    }

    static Read read(List<SheetTable.Row> rows, Known known) {
        var cards = new ArrayList<RateCard>();
        var wrong = new ArrayList<Wrong>();
        var seen = new HashSet<String>();
        var stored = known.byKey();
        for (var row : rows) {
            var card = card(row, known, wrong);
            card.ifPresent(read -> {
                var before = stored.get(key(read));
                boolean began = read.validFrom().isBefore(known.today());
                if (!seen.add(key(read))) {
                    wrong.add(new Wrong(row.number(), "valid-from", "shipment.sheet.twice"));
                } else if (began
                        && !sold(read)
                                .equals(Optional.ofNullable(before)
                                        .map(RateRows::sold)
                                        .orElse(null))) {
                    wrong.add(new Wrong(row.number(), "valid-from", "shipment.sheet.began"));
                } else {
                    cards.add(read);
                }
            });
        }
        return new Read(List.copyOf(cards), List.copyOf(wrong));
    }

    /** All of it but its end, which may still be set. */
    private static RateCard sold(RateCard card) {
        return new RateCard(
                card.carrier(),
                card.service(),
                card.zone(),
                card.baseGrams(),
                card.baseFee(),
                card.stepGrams(),
                card.stepFee(),
                card.daysFrom(),
                card.daysTo(),
                card.validFrom(),
                null);
    }

    private static Optional<RateCard> card(SheetTable.Row row, Known known, List<Wrong> wrong) {
        int before = wrong.size();
        var service = row.get("service");
        if (!known.services().contains(service)) {
            wrong.add(new Wrong(row.number(), "service", "shipment.sheet.service"));
        }
        var zone = zone(row.get("zone"));
        if (zone.isEmpty()) {
            wrong.add(new Wrong(row.number(), "zone", "shipment.sheet.zone"));
        }
        long baseGrams = number(row, "base-grams", 1, MOST_GRAMS, wrong);
        long baseFee = number(row, "base-fee", 0, MOST_DONG, wrong);
        long stepGrams = number(row, "step-grams", 1, MOST_GRAMS, wrong);
        long stepFee = number(row, "step-fee", 0, MOST_DONG, wrong);
        long daysFrom = number(row, "days-from", 0, MOST_DAYS, wrong);
        long daysTo = number(row, "days-to", Math.max(0, daysFrom), MOST_DAYS, wrong);
        var from = day(row.get("valid-from"));
        var to = day(row.get("valid-to"));
        if (from.isEmpty()) {
            wrong.add(new Wrong(row.number(), "valid-from", "shipment.sheet.day"));
        }
        if (!row.get("valid-to").isEmpty()
                && (to.isEmpty() || from.isPresent() && !to.get().isAfter(from.get()))) {
            wrong.add(new Wrong(row.number(), "valid-to", "shipment.sheet.day"));
        }
        return wrong.size() > before
                ? Optional.empty()
                : Optional.of(new RateCard(
                        known.carrier(),
                        service,
                        zone.orElseThrow(),
                        (int) baseGrams,
                        Vnd.of(baseFee),
                        (int) stepGrams,
                        Vnd.of(stepFee),
                        (int) daysFrom,
                        (int) daysTo,
                        from.orElseThrow(),
                        to.orElse(null)));
    }

    /** By its code, or as people call it. */
    private static Optional<Nearness> zone(String typed) {
        return switch (Cells.plain(typed)) {
            case "same province", "noi tinh" -> Optional.of(Nearness.SAME_PROVINCE);
            case "same region", "noi vung", "cung vung" -> Optional.of(Nearness.SAME_REGION);
            case "far", "lien vung" -> Optional.of(Nearness.FAR);
            default -> Optional.empty();
        };
    }

    private static long number(SheetTable.Row row, String column, long least, long most, List<Wrong> wrong) {
        long number = number(row.get(column));
        if (number < least || number > most) {
            wrong.add(new Wrong(row.number(), column, "shipment.sheet.number"));
        }
        return number;
    }

    private static long number(String typed) {
        try {
            return SheetNumbers.dong(typed);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(SheetDates.day(typed));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
