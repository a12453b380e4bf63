package vn.ocop.marketplace.shipment.network;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;

/**
 * One way in which a carrier takes parcels, and what it costs beside the weight. Shares are in hundredths of a percent.
 *
 * @param toCounter the recipient calls for it at the office
 */
public record DeliveryWay(
        String carrier,
        String code,
        LocalizedText name,
        LocalTime cutOff,
        int volumePerKilo,
        int mostGrams,
        boolean toCounter,
        Surcharges surcharges) {

    /** What is added to the price by weight. */
    record Surcharges(
            int remoteShare, int fuelShare, Vnd insuredAbove, int insuranceShare, Vnd cashFee, int cashShare) {

        static final Surcharges NONE = new Surcharges(0, 0, Vnd.ZERO, 0, Vnd.ZERO, 0);
    }

    /** What is paid for: what is large counts as heavy. */
    int chargedGrams(int weightGrams, int volumeCm3) {
        long byVolume = Math.ceilDiv(volumeCm3 * 1_000L, (long) volumePerKilo);
        return (int) Math.max(weightGrams, byVolume);
    }

    /** The whole price of one parcel. */
    Vnd fee(RateCard card, ParcelSize parcel, boolean remote) {
        var byWeight = card.fee(chargedGrams(parcel.weightGrams(), parcel.volumeCm3()));
        var fee = byWeight.plus(byWeight.basisPoints(surcharges.fuelShare()));
        if (remote) {
            fee = fee.plus(byWeight.basisPoints(surcharges.remoteShare()));
        }
        return parcel.goods().compareTo(surcharges.insuredAbove()) > 0
                ? fee.plus(parcel.goods().basisPoints(surcharges.insuranceShare()))
                : fee;
    }

    /** What the carrier asks for taking cash at the door. */
    Vnd cashFee(Vnd amount) {
        return amount.equals(Vnd.ZERO)
                ? Vnd.ZERO
                : surcharges.cashFee().plus(amount.basisPoints(surcharges.cashShare()));
    }

    /**
     * The day by which what is handed in at a moment arrives: after the cut-off it counts as handed in on the next day,
     * and nothing moves on Sundays.
     */
    LocalDate promise(Instant handedIn, int days) {
        var moment = ZonedDateTime.ofInstant(handedIn, BusinessTime.ZONE);
        var day = moment.toLocalTime().isAfter(cutOff) ? moment.toLocalDate().plusDays(1) : moment.toLocalDate();
        day = working(day);
        for (int i = 0; i < days; i++) {
            day = working(day.plusDays(1));
        }
        return day;
    }

    private static LocalDate working(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
