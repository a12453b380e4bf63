package vn.ocop.marketplace.payment.ledger;

import java.util.List;

/**
 * Postings that belong together.
 *
 * @param kind what happened, such as {@code SALE}
 * @param source what caused it, such as {@code payment:0198…}
 * @param key makes a repeat of the same cause harmless
 */
public record LedgerTransaction(String kind, String source, String key, List<Posting> postings) {

    public LedgerTransaction {
        postings = List.copyOf(postings);
    }
}
