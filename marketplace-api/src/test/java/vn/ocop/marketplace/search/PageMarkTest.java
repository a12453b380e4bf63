package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.ProblemException;

class PageMarkTest {

    @Property
    void readsWhatItWrote(
            @ForAll SearchSource source,
            @ForAll int question,
            @ForAll boolean widened,
            @ForAll @Positive int seen,
            @ForAll @DoubleRange(min = -1e15, max = 1e15) double key,
            @ForAll long id) {
        var mark = new PageMark(source, question, widened, seen, key, new UUID(id, id));

        assertThat(PageMark.decode(mark.encode(), question)).isEqualTo(mark);
    }

    @Property
    void refusesEverythingElse(@ForAll String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageMark.decode(text, 1))
                .returns(SearchProblem.BAD_CURSOR, ProblemException::problem);
    }

    @Test
    void refusesTheMarkOfAnotherQuestion() {
        var mark = new PageMark(SearchSource.SEARCH, 1, false, 24, 1.5, new UUID(1, 1)).encode();

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PageMark.decode(mark, 2));
    }
}
