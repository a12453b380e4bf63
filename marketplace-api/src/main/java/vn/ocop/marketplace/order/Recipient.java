package vn.ocop.marketplace.order;

/** Who gets the parcels, and where; the phone in international form. Never printed: it is personal. */
public record Recipient(String name, String phone, String street, String communeCode) {

    @Override
    public String toString() {
        return "Recipient[" + communeCode + "]";
    }
}
