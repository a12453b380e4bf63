package vn.ocop.marketplace.territory;

/** One of the 34 provinces and cities in force. */
public record Province(String code, String name, String kind, String slug, String region) {

    public Unit unit() {
        return new Unit(code, name, kind, slug);
    }
}
