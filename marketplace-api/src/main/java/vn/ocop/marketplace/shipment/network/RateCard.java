package vn.ocop.marketplace.shipment.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;

/** One line of a carrier's tariff: a base fee up to a weight, then a fee for each further started step. */
record RateCard(
        String carrier,
        String service,
        Nearness zone,
        int baseGrams,
        Vnd baseFee,
        int stepGrams,
        Vnd stepFee,
        int daysFrom,
        int daysTo,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    Vnd fee(int weightGrams) {
        int above = Math.max(0, weightGrams - baseGrams);
        int steps = Math.ceilDiv(above, stepGrams);
        return baseFee.plus(stepFee.times(steps));
    }
}
