package vn.ocop.marketplace.benchmark;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A visitor who only reads: one page after the other, as they are handed out. */
record Reading(Supplier<Visitor.@Nullable Ask> pages) implements Visitor {

    @Override
    public @Nullable Ask next() {
        return pages.get();
    }

    @Override
    public void answered(Ask ask, Answer answer) {
        ask.check(answer, 200);
    }
}
