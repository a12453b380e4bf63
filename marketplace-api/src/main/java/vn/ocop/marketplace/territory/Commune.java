package vn.ocop.marketplace.territory;

/** A commune, ward or special zone in force. */
public record Commune(String code, String name, String kind, Province province) {

    public CommuneUnit unit() {
        return new CommuneUnit(code, name, kind);
    }
}
