package vn.ocop.marketplace.shop;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.MandateFile;
import vn.ocop.marketplace.account.Mandates;
import vn.ocop.marketplace.media.PrivateDocuments;
import vn.ocop.marketplace.platform.ProblemException;

/** The paper by which a household without a phone at hand gives its word, for those who have to compare it. */
@Service
public class MandatePapers {

    private final Mandates mandates;
    private final PrivateDocuments documents;
    private final TransactionalOperator transaction;

    MandatePapers(Mandates mandates, PrivateDocuments documents, TransactionalOperator transaction) {
        this.mandates = mandates;
        this.documents = documents;
        this.transaction = transaction;
    }

    /** The household has signed; before anything follows a second person compares. */
    public Mono<MandateFile> agree(UUID mandate, byte[] paper, Caller clerk) {
        return mandates.asked(mandate, clerk)
                .then(Mono.defer(() -> documents.take(paper, clerk.id())))
                .flatMap(taken -> documents
                        .keep(taken.id(), clerk.id())
                        .then(Mono.defer(() -> mandates.agreeOnPaper(mandate, taken.id(), clerk)))
                        .as(transaction::transactional));
    }

    /** For those who work by the mandate, and for the household. */
    public Mono<PrivateDocuments.Opened> open(UUID mandate, Caller reader) {
        return mandates.open(mandate, reader)
                .mapNotNull(MandateFile::paper)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.MANDATE_NOT_FOUND)))
                .flatMap(documents::open);
    }
}
