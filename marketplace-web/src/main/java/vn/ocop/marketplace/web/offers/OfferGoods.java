package vn.ocop.marketplace.web.offers;

import java.util.List;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Form;

/**
 * What an offer may be about: what was chosen so far, and what was looked for by a part of a name.
 *
 * @param groups product groups to choose from
 * @param provinces to choose from; empty at a province's own desk
 */
public record OfferGoods(
        List<Choice> listings, List<Choice> gifts, List<Choice> shops, List<Choice> groups, List<Place> provinces) {

    static final OfferGoods NONE = new OfferGoods(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Its box is named by what it is of and holds the id and the words, so that the words are there again. */
    public record Choice(String id, String words, boolean chosen) {

        static Choice of(String sent) {
            int end = sent.indexOf(' ');
            return new Choice(end < 0 ? sent : sent.substring(0, end), end < 0 ? sent : sent.substring(end + 1), true);
        }

        public String value() {
            return id + " " + words;
        }
    }

    static List<Choice> chosen(Form form, String field) {
        return form.fields().getOrDefault(field, List.of()).stream()
                .filter(sent -> sent != null && !sent.isBlank())
                .limit(200)
                .map(Choice::of)
                .toList();
    }

    static List<String> ids(Form form, String field) {
        return chosen(form, field).stream().map(Choice::id).toList();
    }
}
