package vn.ocop.marketplace.order.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.media.Pictures;
import vn.ocop.marketplace.order.AskReturn;
import vn.ocop.marketplace.order.MoveReturn;
import vn.ocop.marketplace.order.OrderInGroup;
import vn.ocop.marketplace.order.OrderRefund;
import vn.ocop.marketplace.order.ReturnCase;
import vn.ocop.marketplace.order.ReturnMove;
import vn.ocop.marketplace.order.ReturnQueries;
import vn.ocop.marketplace.order.ReturnStatus;
import vn.ocop.marketplace.payment.Takeback;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.ShopDirectory;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Returns", description = "Money asked back for goods that are wrong or never came")
class ReturnController {

    private final AskReturn askReturn;
    private final MoveReturn moveReturn;
    private final ReturnQueries returns;
    private final ShopDirectory shops;

    ReturnController(AskReturn askReturn, MoveReturn moveReturn, ReturnQueries returns, ShopDirectory shops) {
        this.askReturn = askReturn;
        this.moveReturn = moveReturn;
        this.returns = returns;
        this.shops = shops;
    }

    record ReturnedPiecesRequest(
            @Min(1) @Max(1_000) int line,
            @Min(1) @Max(100_000) int quantity) {}

    record ReturnRequest(
            @NotNull ReturnCase.Kind kind,
            @NotNull ReturnCase.Reason reason,
            @Nullable @Size(max = 100) List<@Valid ReturnedPiecesRequest> pieces,
            @NotBlank @Size(max = 1_000) String words) {

        AskReturn.Wish wish() {
            var wanted = pieces == null ? List.<ReturnedPiecesRequest>of() : pieces;
            return new AskReturn.Wish(
                    kind,
                    reason,
                    wanted.stream()
                            .map(some -> new ReturnCase.Piece(some.line(), some.quantity()))
                            .toList(),
                    words);
        }
    }

    record ReturnMoveRequest(
            @NotNull ReturnMove move,
            @Nullable @Size(max = 1_000) String words,
            OrderRefund.@Nullable GoodsTo goodsTo,
            Takeback.@Nullable Bearer bearer) {

        MoveReturn.Wish wish() {
            return new MoveReturn.Wish(move, words == null ? "" : words, goodsTo, bearer);
        }
    }

    record ReturnMessageRequest(@NotBlank @Size(max = 1_000) String words) {}

    record ReturnedLine(int line, String title, String variantName, int quantity) {}

    record ReturnStep(ReturnStatus status, ReturnMove.Party party, String words, Instant at) {}

    record ReturnPhoto(Picture picture, ReturnMove.Party party) {}

    /** {@code moves} is what the bearer can do about it now; {@code waitsFor} happens by itself at {@code dueAt}. */
    record ReturnResponse(
            UUID id,
            String orderCode,
            String shopName,
            ReturnCase.Kind kind,
            ReturnCase.Reason reason,
            ReturnStatus status,
            @Nullable Instant dueAt,
            Instant askedAt,
            List<ReturnedLine> lines,
            Vnd orderTotal,
            List<ReturnStep> steps,
            List<ReturnPhoto> photos,
            List<ReturnMove> moves) {}

    record Returns(List<ReturnResponse> items) {}

    record ReturnPage(List<ReturnResponse> items, @Nullable String next) {}

    @PostMapping("/orders/{code}/returns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask for money back: a problem with some pieces, or nothing came",
            description = "pieces names lines by their number, from one; without them all that is left is meant.")
    Mono<ReturnResponse> ask(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ReturnRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return askReturn.ask(code, request.wish(), key, caller).flatMap(asked -> response(asked, caller, language));
    }

    @GetMapping("/order-groups/{code}/returns")
    @Operation(summary = "What was asked back of a purchase of the bearer")
    Mono<Returns> ofPurchase(@PathVariable String code, @AuthenticationPrincipal Caller caller, Language language) {
        return returns.ofPurchase(code, caller)
                .flatMap(found -> responses(found, caller, language))
                .map(Returns::new);
    }

    @GetMapping("/shops/{shopId}/returns")
    @Operation(summary = "What buyers ask back of a shop, newest first")
    Mono<ReturnPage> ofShop(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable ReturnStatus status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return returns.ofShop(shopId, status, after, limit, caller).flatMap(page -> page(page, caller, language));
    }

    @GetMapping("/province-desks/{code}/returns")
    @Operation(summary = "What is asked back of a province's shops; with status ESCALATED what waits for its word")
    Mono<ReturnPage> ofProvince(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable ReturnStatus status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return returns.ofProvince(code, status, after, limit, caller).flatMap(page -> page(page, caller, language));
    }

    @PostMapping("/returns/{id}/moves")
    @Operation(
            summary = "Carry a return on as its buyer, its shop or its province",
            description = "Shop: ACCEPT, REQUEST_GOODS, REJECT, RECEIVE, DISPUTE. Buyer: ESCALATE, SEND, WITHDRAW."
                    + " Province: REFUND, DECLINE.")
    Mono<ReturnResponse> move(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ReturnMoveRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return moveReturn.move(id, request.wish(), key, caller).flatMap(moved -> response(moved, caller, language));
    }

    @PostMapping("/returns/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say something to the others; nothing moves by it")
    Mono<ReturnResponse> say(
            @PathVariable UUID id,
            @Valid @RequestBody ReturnMessageRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return moveReturn.say(id, request.words(), caller).flatMap(said -> response(said, caller, language));
    }

    @PostMapping(path = "/returns/{id}/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a picture that shows what is wrong, as its buyer or its shop")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    Mono<Picture> photo(
            @PathVariable UUID id,
            @Parameter(hidden = true) ServerHttpRequest request,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return DataBufferUtils.join(request.getBody(), Pictures.MOST_BYTES)
                .map(ReturnController::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, big -> new ProblemException(PlatformProblem.TOO_LARGE))
                .flatMap(file -> moveReturn.addPhoto(id, file, caller, language));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Mono<ReturnPage> page(Page<ReturnCase> page, Caller caller, Language language) {
        return responses(page.items(), caller, language).map(items -> new ReturnPage(items, page.next()));
    }

    private Mono<List<ReturnResponse>> responses(List<ReturnCase> found, Caller caller, Language language) {
        return Flux.fromIterable(found)
                .concatMap(about -> response(about, caller, language))
                .collectList();
    }

    private Mono<ReturnResponse> response(ReturnCase about, Caller caller, Language language) {
        return returns.order(about)
                .flatMap(order -> shops.findAll(List.of(about.shopId())).map(names -> {
                    var shop = names.get(about.shopId());
                    return response(about, order, shop == null ? "" : shop.name(), caller, language);
                }));
    }

    private static ReturnResponse response(
            ReturnCase about, OrderInGroup found, String shopName, Caller caller, Language language) {
        var order = found.order();
        return new ReturnResponse(
                about.id(),
                about.orderCode(),
                shopName,
                about.kind(),
                about.reason(),
                about.status(),
                about.dueAt(),
                about.askedAt(),
                about.lines().stream()
                        .map(piece -> {
                            var line = order.lines().get(piece.position() - 1);
                            return new ReturnedLine(
                                    piece.position(),
                                    line.title().in(language),
                                    line.variantName().in(language),
                                    piece.pieces());
                        })
                        .toList(),
                order.total(),
                about.steps().stream()
                        .map(step -> new ReturnStep(step.status(), step.party(), step.words(), step.at()))
                        .toList(),
                about.photos().stream()
                        .map(photo -> new ReturnPhoto(photo.picture().in(language), photo.party()))
                        .toList(),
                ReturnQueries.moves(about, caller));
    }
}
