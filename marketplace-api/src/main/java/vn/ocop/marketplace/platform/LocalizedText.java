package vn.ocop.marketplace.platform;

/** The same words in both languages of the marketplace; Vietnamese stands in where nobody has translated. */
public record LocalizedText(String vi, String en) {

    public String in(Language reader) {
        return reader.choose(vi, en);
    }
}
