package vn.ocop.marketplace.payment.campaign.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.payment.campaign.web.PublicOffers.PublicOffer;
import vn.ocop.marketplace.platform.Vnd;

/** Offers as tables and as news. */
final class OfferFiles {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** A column is only ever added, at the end. */
    private static final List<Column> COLUMNS = List.of(
            new Column("id", PublicOffer::id),
            new Column("code", PublicOffer::code),
            new Column("name", PublicOffer::name),
            new Column("kind", PublicOffer::kind),
            new Column("stacking_class", PublicOffer::stackingClass),
            new Column("value", offer -> offer.worth().value()),
            new Column("min_spend", offer -> offer.worth().minSpend().dong()),
            new Column("cap", offer -> dong(offer.worth().cap())),
            new Column("audience", offer -> offer.audience().people()),
            new Column("provinces", offer -> words(offer.target().provinces())),
            new Column("to_provinces", offer -> words(offer.audience().toProvinces())),
            new Column("starts_at", offer -> offer.window().startsAt()),
            new Column("ends_at", offer -> offer.window().endsAt()),
            new Column("daily_from", offer -> offer.window().dailyFrom()),
            new Column("daily_to", offer -> offer.window().dailyTo()),
            new Column("peak_only", offer -> offer.window().peakOnly()),
            new Column("per_person", offer -> offer.limits().perPerson()),
            new Column("total", offer -> offer.limits().total()),
            new Column("budget", offer -> dong(offer.limits().budget())),
            new Column("voucher", PublicOffer::voucher),
            new Column("programme", offer -> offer.programme().code()),
            new Column("campaign", offer -> offer.campaign().code()),
            new Column("organiser", PublicOffer::organiser),
            new Column("standing", PublicOffer::standing),
            new Column("published_at", PublicOffer::publishedAt),
            new Column("version", PublicOffer::version),
            new Column("listings", offer -> words(offer.target().listings())),
            new Column("exclusive", PublicOffer::exclusive),
            new Column("buy_pieces", offer -> offer.worth().buyPieces()),
            new Column("get_pieces", offer -> offer.worth().getPieces()),
            new Column("shop", offer -> offer.target().shop()),
            new Column("gifts", offer -> words(offer.target().gifts())),
            new Column("categories", offer -> words(offer.target().categories())),
            new Column("excluded_categories", offer -> words(offer.target().excludedCategories())),
            new Column("shops", offer -> words(offer.target().shops())),
            new Column("stars_from", offer -> offer.target().starsFrom()),
            new Column("carriers", offer -> words(offer.target().carriers())),
            new Column("payment_methods", offer -> words(offer.target().paymentMethods())),
            new Column("to_communes", offer -> words(offer.audience().toCommunes())),
            new Column("first_with_payment_method", offer -> offer.audience().firstWithPaymentMethod()),
            new Column("assisted_by_team", offer -> offer.audience().assistedByTeam()),
            new Column("peak_from", offer -> offer.window().peakFrom()),
            new Column("peak_to", offer -> offer.window().peakTo()),
            new Column("per_line", offer -> offer.limits().perLine()),
            new Column("pieces_left", offer -> offer.limits().piecesLeft()),
            new Column("budget_left", offer -> offer.limits().budgetLeft()),
            new Column("priority", PublicOffer::priority),
            new Column("owner_kind", PublicOffer::ownerKind),
            new Column("owner_scope", PublicOffer::ownerScope),
            new Column("funders", OfferFiles::funders));

    private OfferFiles() {}

    private record Column(String name, Function<PublicOffer, @Nullable Object> value) {}

    static String csv(List<PublicOffer> offers) {
        var names = COLUMNS.stream().map(Column::name).collect(Collectors.joining(","));
        return Stream.concat(Stream.of(names), offers.stream().map(OfferFiles::row))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static String row(PublicOffer offer) {
        return COLUMNS.stream().map(column -> cell(column.value().apply(offer))).collect(Collectors.joining(","));
    }

    private static String words(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static @Nullable Long dong(@Nullable Vnd amount) {
        return amount == null ? null : amount.dong();
    }

    private static String funders(PublicOffer offer) {
        return offer.funders().stream()
                .map(funder -> funder.account() + "=" + funder.shareBp())
                .collect(Collectors.joining(" "));
    }

    /** RFC 4180; what a spreadsheet would take for a formula is told to be text. */
    private static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    static String atom(List<PublicOffer> offers, String site, String title, Instant now) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", site + "/thang-tieu-dung-so");
            element(xml, "title", title);
            element(xml, "updated", newest(offers, now).toString());
            link(xml, "self", site + "/api/v1/offers.atom");
            link(xml, "alternate", site + "/thang-tieu-dung-so");
            for (var offer : offers) {
                entry(xml, offer, site);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static Instant newest(List<PublicOffer> offers, Instant otherwise) {
        return offers.stream()
                .map(PublicOffer::publishedAt)
                .max(Instant::compareTo)
                .orElse(otherwise);
    }

    private static void entry(XMLStreamWriter xml, PublicOffer offer, String site) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + offer.id());
        element(xml, "title", offer.name());
        element(xml, "updated", offer.publishedAt().toString());
        element(xml, "published", offer.publishedAt().toString());
        link(xml, "alternate", site + "/thang-tieu-dung-so#" + offer.code());
        xml.writeStartElement("author");
        element(xml, "name", offer.organiser());
        xml.writeEndElement();
        element(
                xml,
                "summary",
                (offer.terms().isEmpty() ? offer.name() : offer.terms()) + " ("
                        + offer.window().startsAt() + " – " + offer.window().endsAt() + ")");
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
