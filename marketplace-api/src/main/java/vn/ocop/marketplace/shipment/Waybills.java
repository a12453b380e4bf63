package vn.ocop.marketplace.shipment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.PostOffices;
import vn.ocop.marketplace.shipment.network.TrackingNumber;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** Labels for parcels, printed by the post or by the shop that packs them. */
@Service
public class Waybills {

    private final ParcelRepository parcels;
    private final PostOffices offices;
    private final ShopDirectory shops;
    private final Territory territory;
    private final WaybillPdf pdf;

    Waybills(ParcelRepository parcels, PostOffices offices, ShopDirectory shops, Territory territory, WaybillPdf pdf) {
        this.parcels = parcels;
        this.offices = offices;
        this.shops = shops;
        this.territory = territory;
        this.pdf = pdf;
    }

    /** Of parcels that an office has to do with, in the order asked for. */
    public Mono<byte[]> ofOffice(
            String office, List<String> numbers, WaybillSheet sheet, Language language, Caller caller) {
        caller.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        return offices.mustExist(office)
                .flatMap(found -> print(numbers, parcel -> parcel.concerns(office), false, sheet, language));
    }

    /**
     * Of a shop's own parcels. A shop learns no more of the buyer than it may: the label names the commune, the rest
     * the post adds when it takes the parcel.
     */
    public Mono<byte[]> ofShop(UUID shop, List<String> numbers, WaybillSheet sheet, Language language, Caller caller) {
        caller.mustBeAllowed(Permission.SHOP_ORDERS, shop.toString(), ShipmentProblem.PARCEL_NOT_FOUND);
        return shops.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND)))
                .flatMap(found -> print(numbers, parcel -> parcel.shopId().equals(shop), true, sheet, language));
    }

    /** The one label of a parcel, for whoever carries it. */
    Mono<byte[]> of(Parcel parcel, Language language) {
        return print(List.of(parcel.trackingNumber()), any -> true, false, WaybillSheet.A6, language);
    }

    private Mono<byte[]> print(
            List<String> numbers, Predicate<Parcel> theirs, boolean discreet, WaybillSheet sheet, Language language) {
        var wanted = numbers.stream().map(TrackingNumber::tidy).distinct().toList();
        if (wanted.isEmpty()) {
            return Mono.error(new ProblemException(ShipmentProblem.NOTHING_TO_PRINT));
        }
        return parcels.findAll(wanted)
                .filter(theirs)
                .collectList()
                .map(found -> inOrder(found, wanted))
                .flatMap(found -> Mono.zip(
                        offices.names(found.stream()
                                .flatMap(Parcel::offices)
                                .distinct()
                                .toList()),
                        shops.findAll(
                                found.stream().map(Parcel::shopId).distinct().toList()),
                        (names, senders) -> pdf.of(
                                found.stream()
                                        .map(parcel -> waybill(parcel, names, senders.get(parcel.shopId()), discreet))
                                        .toList(),
                                sheet,
                                language)));
    }

    private static List<Parcel> inOrder(List<Parcel> found, List<String> wanted) {
        var byNumber = found.stream().collect(Collectors.toMap(Parcel::trackingNumber, parcel -> parcel));
        found.forEach(parcel -> byNumber.put(parcel.orderCode(), parcel));
        if (!byNumber.keySet().containsAll(wanted)) {
            throw new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND);
        }
        return wanted.stream().map(byNumber::get).distinct().toList();
    }

    private Waybill waybill(
            Parcel parcel, Map<String, PostOffices.Named> names, @Nullable Shop shop, boolean discreet) {
        var to = parcel.recipient();
        var delivery = parcel.place().delivery();
        var origin = names.get(parcel.officeCode());
        return new Waybill(
                parcel.trackingNumber(),
                parcel.orderCode(),
                origin == null ? "" : origin.carrier(),
                shop == null
                        ? new Waybill.Party("", "", "", "")
                        : new Waybill.Party(shop.name(), "", shop.street(), area(shop.communeCode())),
                new Waybill.Party(
                        to.name(),
                        discreet ? masked(to.phone()) : PhoneNumbers.national(to.phone()),
                        discreet ? "" : to.street(),
                        area(to.communeCode())),
                delivery == null || names.get(delivery) == null
                        ? null
                        : delivery + " " + names.get(delivery).name(),
                parcel.weightGrams(),
                parcel.cashToCollect());
    }

    /** {@code 0912 *** *78}: enough to tell two people apart, not enough to call. */
    private static String masked(String phone) {
        var digits = PhoneNumbers.national(phone).replace(" ", "");
        return digits.length() < 6 ? "" : digits.substring(0, 4) + " *** *" + digits.substring(digits.length() - 2);
    }

    private String area(String commune) {
        return territory.commune(commune).map(Waybills::area).orElse("");
    }

    private static String area(Commune commune) {
        return commune.kind() + " " + commune.name() + ", " + commune.province().name();
    }
}
