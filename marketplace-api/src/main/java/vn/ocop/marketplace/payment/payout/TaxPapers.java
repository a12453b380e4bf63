package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the tax withheld looks like on paper: to the tax office month by month, to each seller year by year. Months are
 * those of the declarations, in which a later refund is netted.
 */
@Service
public class TaxPapers {

    private final TaxRepository taxes;
    private final DeclareTax declarations;
    private final Clock clock;

    TaxPapers(TaxRepository taxes, DeclareTax declarations, Clock clock) {
        this.taxes = taxes;
        this.declarations = declarations;
        this.clock = clock;
    }

    /** A seller as the tax office knows them; the code is null while they have not told it. */
    public record Taxpayer(UUID shop, String name, @Nullable String taxCode) {}

    /** A seller's line in the list behind a declaration. */
    public record Line(Taxpayer seller, Vnd base, Vnd vat, Vnd pit) {

        public Vnd tax() {
            return vat.plus(pit);
        }
    }

    /** The list behind one month's declaration, which adds up to it. */
    public record Declared(TaxDeclaration declaration, List<Line> lines) {

        public Declared {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What was withheld from a seller in one declaration less what was given back; {@code month} is null for what has
     * not been declared yet.
     */
    public record MonthOfSeller(@Nullable YearMonth month, TaxDeclaration.Status status, Vnd base, Vnd vat, Vnd pit) {

        public Vnd tax() {
            return vat.plus(pit);
        }
    }

    /** A seller's year: the months, and what there is beside them that is not declared yet. */
    public record YearOfSeller(Taxpayer seller, Year year, List<MonthOfSeller> months) {

        public YearOfSeller {
            months = List.copyOf(months);
        }

        /** What the certificate is about: the months that were declared. */
        public List<MonthOfSeller> declared() {
            return months.stream().filter(month -> month.month() != null).toList();
        }
    }

    public Mono<Declared> declared(YearMonth month, Caller caller) {
        return declarations
                .all(caller)
                .flatMapIterable(all -> all)
                .filter(declaration ->
                        declaration.declaredAt() != null && declaration.month().equals(month))
                .next()
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .flatMap(
                        declaration -> taxes.lines(month).collectList().map(lines -> new Declared(declaration, lines)));
    }

    /** This year where none is given. */
    public Mono<YearOfSeller> year(UUID shop, @Nullable Year year, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        var wanted = year == null ? Year.from(BusinessTime.today(clock)) : year;
        return taxes.taxpayer(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .flatMap(taxpayer -> taxes.months(shop, wanted)
                        .collectList()
                        .map(months -> new YearOfSeller(taxpayer, wanted, months)));
    }
}
