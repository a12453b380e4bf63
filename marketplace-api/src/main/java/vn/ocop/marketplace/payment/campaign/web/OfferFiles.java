package vn.ocop.marketplace.payment.campaign.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.payment.campaign.web.PublicOffers.PublicOffer;

/** Offers as tables and as news. */
final class OfferFiles {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String COLUMNS = "id,code,name,kind,stacking_class,value,min_spend,cap,audience,provinces,"
            + "to_provinces,starts_at,ends_at,daily_from,daily_to,peak_only,per_person,total,budget,voucher,programme,"
            + "campaign,organiser,standing,published_at,version,listings";

    private OfferFiles() {}

    static String csv(List<PublicOffer> offers) {
        return Stream.concat(Stream.of(COLUMNS), offers.stream().map(OfferFiles::row))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static String row(PublicOffer offer) {
        return Stream.<@Nullable Object>of(
                        offer.id(),
                        offer.code(),
                        offer.name(),
                        offer.kind(),
                        offer.stackingClass(),
                        offer.worth().value(),
                        offer.worth().minSpend().dong(),
                        offer.worth().cap() == null ? null : offer.worth().cap().dong(),
                        offer.audience().people(),
                        String.join(" ", offer.target().provinces()),
                        String.join(" ", offer.audience().toProvinces()),
                        offer.window().startsAt(),
                        offer.window().endsAt(),
                        offer.window().dailyFrom(),
                        offer.window().dailyTo(),
                        offer.window().peakOnly(),
                        offer.limits().perPerson(),
                        offer.limits().total(),
                        offer.limits().budget() == null
                                ? null
                                : offer.limits().budget().dong(),
                        offer.voucher(),
                        offer.programme().code(),
                        offer.campaign().code(),
                        offer.organiser(),
                        offer.standing(),
                        offer.publishedAt(),
                        offer.version(),
                        offer.target().listings().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .map(OfferFiles::cell)
                .collect(Collectors.joining(","));
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
