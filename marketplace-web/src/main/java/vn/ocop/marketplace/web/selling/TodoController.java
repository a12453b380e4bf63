package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.buying.Order;
import vn.ocop.marketplace.web.money.DirectDesk;
import vn.ocop.marketplace.web.opening.Opening;
import vn.ocop.marketplace.web.opening.OpeningDesk;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The seller's first page: the next step and what waits. Everybody sees what they may deal with. */
@RestController
@RequestMapping("/nguoi-ban/viec-can-lam")
class TodoController {

    private final Pages pages;
    private final Desks desks;
    private final OpeningDesk opening;
    private final ShopDesk shopDesk;
    private final ShelfDesk shelfDesk;
    private final WizardParts parts;
    private final DirectDesk directDesk;

    TodoController(
            Pages pages,
            Desks desks,
            OpeningDesk opening,
            ShopDesk shopDesk,
            ShelfDesk shelfDesk,
            WizardParts parts,
            DirectDesk directDesk) {
        this.pages = pages;
        this.desks = desks;
        this.opening = opening;
        this.shopDesk = shopDesk;
        this.shelfDesk = shelfDesk;
        this.parts = parts;
        this.directDesk = directDesk;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> todo(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop, Visit visit) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return Mono.zip(
                            file(visit, own),
                            orders(visit, own),
                            listings(visit, own),
                            certificates(visit, own),
                            helpers(visit, own),
                            money(visit, own))
                    .map(known -> new TodoPage(
                            Head.personal(visit.t("todo.title")),
                            person.worksFor("SHOP"),
                            own,
                            known.getT1().orElse(null),
                            Stream.of(known.getT6(), known.getT2(), known.getT3(), known.getT4())
                                    .flatMap(List::stream)
                                    .toList(),
                            known.getT5()))
                    .map(page -> pages.html("selling/todo", visit, page, Freshness.PERSONAL));
        });
    }

    private Mono<Optional<Opening>> file(Visit visit, Person.Membership shop) {
        return shop.may("SHOP_PROFILE")
                ? opening.file(visit, shop.scope()).map(Optional::of)
                : Mono.just(Optional.empty());
    }

    private Mono<List<TodoPage.Helper>> helpers(Visit visit, Person.Membership shop) {
        return shop.may("SHOP_STAFF") ? shopDesk.helpers(visit, shop.scope()) : Mono.just(List.of());
    }

    /** Nobody else sees the shop's own account: until it says so, an order that was paid into it waits. */
    private Mono<List<TodoPage.Todo>> money(Visit visit, Person.Membership shop) {
        return shop.may("SHOP_MONEY")
                ? directDesk
                        .of(visit, shop.scope())
                        .map(direct -> direct.nothing()
                                ? List.of()
                                : List.of(
                                        money(shop, "direct", direct.pending()), money(shop, "owed", direct.toSend())))
                : Mono.just(List.of());
    }

    private static TodoPage.Todo money(Person.Membership shop, String key, long number) {
        return new TodoPage.Todo(key, number, "/nguoi-ban/tien?gian-hang=" + shop.scope() + "#tra-thang");
    }

    private Mono<List<TodoPage.Todo>> orders(Visit visit, Person.Membership shop) {
        if (!shop.may("SHOP_ORDERS")) {
            return Mono.just(List.of());
        }
        var path = "/nguoi-ban?gian-hang=" + shop.scope() + "&trang-thai=";
        return shopDesk.orders(visit, shop.scope(), Wanted.of(shop.scope(), null, null))
                .map(orders -> List.of(
                        new TodoPage.Todo("to-confirm", orders.count(Order.Status.TO_CONFIRM), path + "TO_CONFIRM"),
                        new TodoPage.Todo("to-send", orders.count(Order.Status.CONFIRMED), path + "CONFIRMED")));
    }

    private Mono<List<TodoPage.Todo>> listings(Visit visit, Person.Membership shop) {
        if (!shop.may("SHOP_LISTINGS")) {
            return Mono.just(List.of());
        }
        return shelfDesk
                .shelf(visit, shop.scope(), ShelfAsk.of(shop.scope(), null, null, null))
                .map(shelf -> List.of(
                        listed(shop, shelf, "LOW_STOCK", "low-stock"),
                        listed(shop, shelf, "REFUSED", "refused"),
                        listed(shop, shelf, "DRAFT", "drafts"),
                        listed(shop, shelf, "IN_REVIEW", "in-review")));
    }

    private static TodoPage.Todo listed(Person.Membership shop, Shelf shelf, String list, String key) {
        return new TodoPage.Todo(
                key, shelf.count(list), "/nguoi-ban/san-pham?gian-hang=" + shop.scope() + "&loai=" + list);
    }

    private Mono<List<TodoPage.Todo>> certificates(Visit visit, Person.Membership shop) {
        if (!shop.may("SHOP_LISTINGS")) {
            return Mono.just(List.of());
        }
        return parts.certificates(visit, shop.scope())
                .map(all -> all.stream()
                        .filter(certificate -> certificate.standing() == CertificateItem.Standing.EXPIRING
                                || certificate.standing() == CertificateItem.Standing.REFUSED)
                        .count())
                .map(number -> List.of(
                        new TodoPage.Todo("certificates", number, "/nguoi-ban/chung-nhan?gian-hang=" + shop.scope())));
    }
}
