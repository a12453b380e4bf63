package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @Test
    void sameIsNoDivergence() {
        assertThat(Divergence.between(Map.of(A, 3L), Map.of(A, 3L)).isEmpty()).isTrue();
    }

    @Test
    void missingOldAndLeftOverListingsAreStale() {
        assertThat(Divergence.between(Map.of(A, 3L), Map.of()).stale()).containsExactly(A);
        assertThat(Divergence.between(Map.of(A, 3L), Map.of(A, 2L)).stale()).containsExactly(A);
        assertThat(Divergence.between(Map.of(), Map.of(A, 2L)).stale()).containsExactly(A);
    }

    @Test
    void aNewerDocumentIsAhead() {
        var divergence = Divergence.between(Map.of(A, 3L), Map.of(A, 9L));

        assertThat(divergence.ahead()).containsExactly(A);
        assertThat(divergence.stale()).isEmpty();
    }

    @Test
    void whatIsUnderWayOrNewIsLeftOut() {
        var before = Divergence.between(Map.of(A, 3L), Map.of());
        var after = Divergence.between(Map.of(A, 3L, B, 4L), Map.of());

        assertThat(after.lasting(before).all()).containsExactly(A);
        assertThat(after.without(Set.of(A)).all()).containsExactly(B);
    }
}
