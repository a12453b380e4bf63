package vn.ocop.marketplace.web.carriers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.post.Parcel;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;

/** What the pages of this desk show. */
public final class CarrierPages {

    private CarrierPages() {}

    /** What happened to the last form. */
    public record Said(boolean done, @Nullable String refusal, Form form) {

        /** What was typed and refused. */
        public String typed(String field) {
            return refusal == null ? "" : form.longText(field);
        }
    }

    /** Cash that carriers took and hand over. */
    public record Money(
            Head head,
            List<CarrierDesk.Carrier> carriers,
            List<CarrierDesk.Remittance> remittances,
            List<CarrierDesk.Owed> owed,
            Said said) {

        /** A fresh id for a form: sent twice it is one list. */
        public String id() {
            return UUID.randomUUID().toString();
        }

        public long total() {
            return owed.stream().mapToLong(CarrierDesk.Owed::amount).sum();
        }
    }

    /** An account with the keys of the carrier's own system. */
    public record KeyedAccount(CarrierDesk.Account account, List<CarrierDesk.Key> keys) {}

    /**
     * How we speak to carriers and how well they deliver.
     *
     * @param fresh the key that was just made, shown this once
     */
    public record Carriers(
            Head head,
            CarrierDesk.Standing standing,
            List<KeyedAccount> accounts,
            List<CarrierDesk.CarrierFigures> figures,
            CarrierDesk.@Nullable FreshKey fresh,
            Said said) {

        public String id() {
            return UUID.randomUUID().toString();
        }
    }

    /** Tariffs by sheet. */
    public record Rates(
            Head head, List<CarrierDesk.Carrier> carriers, CarrierDesk.@Nullable Imported imported, Said said) {}

    /** What carriers told that nobody has explained. */
    public record Unclear(Head head, List<CarrierDesk.Unclear> items, Said said) {

        /** Every step that a carrier may tell. */
        public List<Parcel.Status> steps() {
            return List.of(
                    Parcel.Status.COLLECTED,
                    Parcel.Status.ACCEPTED,
                    Parcel.Status.IN_TRANSIT,
                    Parcel.Status.AT_DELIVERY_OFFICE,
                    Parcel.Status.OUT_FOR_DELIVERY,
                    Parcel.Status.DELIVERED,
                    Parcel.Status.FAILED,
                    Parcel.Status.RETURNING,
                    Parcel.Status.RETURNED,
                    Parcel.Status.LOST,
                    Parcel.Status.DAMAGED);
        }
    }
}
