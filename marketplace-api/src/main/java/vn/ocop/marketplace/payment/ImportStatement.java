package vn.ocop.marketplace.payment;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.sheet.SheetFile;

/** Takes in a statement of the bank: what the bank's own messages missed is found there. The same twice is harmless. */
@Service
public class ImportStatement {

    private final BankProperties bank;
    private final ReceiveTransfers receive;

    ImportStatement(BankProperties bank, ReceiveTransfers receive) {
        this.bank = bank;
        this.receive = receive;
    }

    /**
     * What became of a statement.
     *
     * @param unreadable the rows that were left out
     */
    public record Imported(int transfers, int added, List<Integer> unreadable) {}

    public Mono<Imported> read(byte[] file, Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
        return rows(file)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(rows -> receive.receive(rows.transfers(), Transfer.Source.STATEMENT)
                        .map(added -> new Imported(rows.transfers().size(), added, rows.unreadable())));
    }

    private Mono<StatementRows> rows(byte[] file) {
        return SheetFile.lines(file).collect(() -> new StatementRows(bank.account()), StatementRows::accept);
    }
}
