package vn.ocop.marketplace.shipment.carrier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/**
 * Giao Hàng Nhanh over its public interface: every answer is an envelope of code, message and data. Our number goes as
 * the client's order code, which the carrier keeps unique: an order whose answer was lost is found by it and not made
 * twice.
 */
@Component
class GhnCarrier {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST_ANSWER = 512 * 1024;
    /** The sender pays; the recipient pays only what is collected. */
    private static final int SENDER_PAYS = 1;

    private static final int LIGHT_GOODS = 2;
    /** Nobody measures parcels yet: a shoe box. */
    private static final int SIDE_CM = 20;

    private final Territory territory;
    private final JsonMapper json;
    private final WebClient client = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
            .build();

    GhnCarrier(Territory territory, JsonMapper json) {
        this.territory = territory;
        this.json = json;
    }

    /** The carrier's number of the parcel. */
    Mono<String> create(CarrierAccount account, CarrierOrder order) {
        return find(account, order.parcel().trackingNumber())
                .switchIfEmpty(Mono.defer(() -> call(account, "/v2/shipping-order/create", body(order))
                        .map(data -> data.path("order_code").asString(""))))
                .filter(number -> !number.isEmpty())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no number in the carrier's answer")));
    }

    /** Empty when the carrier does not know our number. */
    Mono<String> find(CarrierAccount account, String ours) {
        return call(account, "/v2/shipping-order/detail-by-client-code", Map.of("client_order_code", ours))
                .map(data -> data.path("order_code").asString(""))
                .filter(number -> !number.isEmpty())
                .onErrorResume(CarrierRefused.class, unknown -> Mono.empty());
    }

    Mono<Void> cancel(CarrierAccount account, String number) {
        return call(account, "/v2/switch-status/cancel", Map.of("order_codes", List.of(number)))
                .flatMap(data -> data.path(0).path("result").asBoolean(false)
                        ? Mono.empty()
                        : Mono.error(
                                new CarrierRefused(data.path(0).path("message").asString("not called off"))));
    }

    /** Where a page to print the carrier's own label from is. */
    Mono<String> label(CarrierAccount account, String number) {
        return call(account, "/v2/a5/gen-token", Map.of("order_codes", List.of(number)))
                .map(data -> account.baseUrl().replace("/shiip/public-api", "") + "/a5/public-api/printA5?token="
                        + data.path("token").asString(""));
    }

    /** What the carrier's own record says has happened, as its webhooks would have told. */
    Mono<List<CarrierMessage>> track(CarrierAccount account, String number) {
        return call(account, "/v2/shipping-order/detail", Map.of("order_code", number))
                .map(data -> messages(number, data));
    }

    private static List<CarrierMessage> messages(String number, JsonNode data) {
        var told = new ArrayList<CarrierMessage>();
        for (var step : data.path("log")) {
            told.add(new CarrierMessage(
                    number,
                    step.path("status").asString(""),
                    CarrierMessage.moment(step.path("updated_date").asString("")),
                    ""));
        }
        return told;
    }

    private Map<String, Object> body(CarrierOrder order) {
        var parcel = order.parcel();
        var to = place(parcel.recipient().communeCode());
        var from = place(order.sender().communeCode());
        var weight = parcel.weightGrams();
        var body = new LinkedHashMap<String, Object>();
        body.put("client_order_code", parcel.trackingNumber());
        body.put("payment_type_id", SENDER_PAYS);
        body.put("required_note", "CHOXEMHANGKHONGTHU");
        body.put("service_type_id", LIGHT_GOODS);
        body.put("from_name", order.sender().name());
        if (!order.sender().phone().isEmpty()) {
            // Without one the carrier calls the number it knows of the account.
            body.put("from_phone", order.sender().phone());
        }
        body.put("from_address", order.sender().street());
        body.put("from_ward_name", from.name());
        body.put("from_province_name", from.province().name());
        body.put("to_name", parcel.recipient().name());
        body.put("to_phone", PhoneNumbers.national(parcel.recipient().phone()).replace(" ", ""));
        body.put("to_address", parcel.recipient().street());
        body.put("to_ward_name", to.name());
        body.put("to_province_name", to.province().name());
        body.put("cod_amount", parcel.cashToCollect().dong());
        body.put("content", parcel.orderCode());
        body.put("weight", weight);
        body.put("length", SIDE_CM);
        body.put("width", SIDE_CM);
        body.put("height", SIDE_CM);
        body.put("items", List.of(Map.of("name", parcel.orderCode(), "quantity", 1, "weight", weight)));
        return body;
    }

    private Commune place(String code) {
        return territory
                .commune(code)
                .orElseThrow(() -> new CarrierRefused("the commune " + code + " is not in force"));
    }

    private Mono<JsonNode> call(CarrierAccount account, String path, Object body) {
        return client.post()
                .uri(account.baseUrl() + path)
                .header("Token", account.token())
                .header("ShopId", account.shopRef())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json.writeValueAsString(body))
                .exchangeToMono(response -> response.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .flatMap(text -> answer(response.statusCode().value(), text)))
                .timeout(PATIENCE);
    }

    /** What is wrong with the request will be wrong tomorrow; anything else may pass. */
    private Mono<JsonNode> answer(int status, String text) {
        if (status == 200) {
            var envelope = json.readTree(text);
            if (envelope.path("code").asInt(0) == 200) {
                return Mono.just(envelope.path("data"));
            }
            return Mono.error(new CarrierRefused(envelope.path("message").asString("refused")));
        }
        return status == 400 || status == 404
                ? Mono.error(new CarrierRefused("status " + status))
                : Mono.error(new IllegalStateException("the carrier answered " + status));
    }
}
