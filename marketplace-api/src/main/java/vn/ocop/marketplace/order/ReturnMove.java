package vn.ocop.marketplace.order;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What someone can do about a return, and where it leads. */
public enum ReturnMove {
    /** The buyer keeps the goods, or they are not worth sending. */
    ACCEPT(Party.SHOP, EnumSet.of(ReturnStatus.ASKED), ReturnStatus.REFUNDED, false),
    REQUEST_GOODS(Party.SHOP, EnumSet.of(ReturnStatus.ASKED), ReturnStatus.GOODS_AWAITED, false),
    REJECT(Party.SHOP, EnumSet.of(ReturnStatus.ASKED), ReturnStatus.REJECTED, true),
    /** The goods came back. */
    RECEIVE(Party.SHOP, EnumSet.of(ReturnStatus.GOODS_AWAITED, ReturnStatus.GOODS_SENT), ReturnStatus.REFUNDED, false),
    /** What came back is not what was sold: the province is to look at it. */
    DISPUTE(Party.SHOP, EnumSet.of(ReturnStatus.GOODS_SENT), ReturnStatus.ESCALATED, true),
    ESCALATE(Party.BUYER, EnumSet.of(ReturnStatus.REJECTED), ReturnStatus.ESCALATED, false),
    SEND(Party.BUYER, EnumSet.of(ReturnStatus.GOODS_AWAITED), ReturnStatus.GOODS_SENT, false),
    WITHDRAW(
            Party.BUYER,
            EnumSet.of(
                    ReturnStatus.ASKED,
                    ReturnStatus.REJECTED,
                    ReturnStatus.GOODS_AWAITED,
                    ReturnStatus.GOODS_SENT,
                    ReturnStatus.ESCALATED),
            ReturnStatus.WITHDRAWN,
            false),
    REFUND(Party.PROVINCE, EnumSet.of(ReturnStatus.ESCALATED), ReturnStatus.REFUNDED, true),
    DECLINE(Party.PROVINCE, EnumSet.of(ReturnStatus.ESCALATED), ReturnStatus.DECLINED, true);

    /** On whose side someone is; the deadline is nobody's. */
    public enum Party {
        BUYER,
        SHOP,
        PROVINCE,
        DEADLINE
    }

    private final Party party;
    private final Set<ReturnStatus> from;
    private final ReturnStatus to;
    private final boolean needsWords;

    ReturnMove(Party party, Set<ReturnStatus> from, ReturnStatus to, boolean needsWords) {
        this.party = party;
        this.from = from;
        this.to = to;
        this.needsWords = needsWords;
    }

    public Party party() {
        return party;
    }

    /** Whether it must be said why. */
    boolean needsWords() {
        return needsWords;
    }

    /** Where it leads from a state of a kind of return; empty when it is not possible there. */
    public Optional<ReturnStatus> from(ReturnStatus status, ReturnCase.Kind kind) {
        var needsGoods = this == REQUEST_GOODS;
        return from.contains(status) && !(needsGoods && kind == ReturnCase.Kind.NOT_RECEIVED)
                ? Optional.of(to)
                : Optional.empty();
    }
}
