package vn.ocop.marketplace.shipment.carrier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.ShipmentProblem;

/** What a carrier says of one parcel: its own number, its own code, and when. */
record CarrierMessage(String number, String code, Instant at, String reason) {

    /** The same thing told again, by webhook or when asked, has the same id. */
    UUID id(UUID account) {
        var told = account + "|" + number + "|" + code + "|" + at.getEpochSecond();
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8));
    }

    static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new ProblemException(ShipmentProblem.BAD_MESSAGE);
        }
    }
}
