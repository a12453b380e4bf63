package vn.ocop.marketplace.web.returning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Visit;

/** Returns at the API. */
@Component
public class Returns {

    private static final int MOST_PHOTOS = 6;

    private final MarketplaceApi api;

    Returns(MarketplaceApi api) {
        this.api = api;
    }

    private record All(List<ReturnCase> items) {}

    public Mono<List<ReturnCase>> ofPurchase(Visit visit, String code) {
        var address = ApiAddress.of("/api/v1/order-groups").segment(code).segment("returns");
        return api.get(visit.caller(), address, All.class).map(All::items);
    }

    Mono<ReturnCase.Page> ofShop(Visit visit, String shop, @Nullable String status, @Nullable String after) {
        return page(visit, ApiAddress.of("/api/v1/shops").segment(shop), status, after);
    }

    Mono<ReturnCase.Page> ofProvince(Visit visit, String province, @Nullable String status, @Nullable String after) {
        return page(visit, ApiAddress.of("/api/v1/province-desks").segment(province), status, after);
    }

    private Mono<ReturnCase.Page> page(Visit visit, ApiAddress desk, @Nullable String status, @Nullable String after) {
        var address = desk.segment("returns").with("status", status).with("after", after);
        return api.get(visit.caller(), address, ReturnCase.Page.class);
    }

    /** Asks, then sends the photographs; one that is no picture is left out, the wish stands. */
    Mono<ReturnCase> ask(Visit visit, String order, Form form, Flux<FilePart> photos) {
        var body = new HashMap<String, Object>(
                Map.of("kind", form.text("kind"), "reason", form.text("reason"), "words", form.text("words")));
        var pieces = form.startingWith("pieces-").entrySet().stream()
                .filter(entry -> entry.getValue().matches("[1-9][0-9]{0,4}")
                        && entry.getKey().matches("[1-9][0-9]{0,3}"))
                .map(entry -> Map.of(
                        "line", Integer.parseInt(entry.getKey()), "quantity", Integer.parseInt(entry.getValue())))
                .toList();
        if ("PROBLEM".equals(form.text("kind"))) {
            body.put("pieces", pieces);
        } else {
            body.put("reason", "NOT_RECEIVED");
        }
        var address = ApiAddress.of("/api/v1/orders").segment(order).segment("returns");
        return api.postOnce(visit.caller(), address, form.text("key"), body, ReturnCase.class)
                .delayUntil(asked -> send(visit, asked.id(), photos));
    }

    private Flux<Picture> send(Visit visit, String id, Flux<FilePart> photos) {
        return photos.filter(photo -> !photo.filename().isEmpty())
                .take(MOST_PHOTOS)
                .concatMap(
                        photo -> api.upload(visit.caller(), one(id).segment("photos"), photo.content(), Picture.class)
                                .onErrorResume(ApiProblem.class, notAPicture -> Mono.empty()));
    }

    private static ApiAddress one(String id) {
        return ApiAddress.of("/api/v1/returns").segment(id);
    }

    /** A move, or only a word where the form names none. */
    Mono<ReturnCase> move(Visit visit, Form form) {
        var words = form.text("words");
        if (form.text("move").isEmpty()) {
            return api.post(
                    visit.caller(), one(form.text("id")).segment("messages"), Map.of("words", words), ReturnCase.class);
        }
        var body = new HashMap<String, Object>(Map.of("move", form.text("move"), "words", words));
        if (form.has("goodsTo")) {
            body.put("goodsTo", form.text("goodsTo"));
        }
        if (form.has("bearer")) {
            body.put("bearer", form.text("bearer"));
        }
        return api.postOnce(
                visit.caller(), one(form.text("id")).segment("moves"), form.text("key"), body, ReturnCase.class);
    }
}
