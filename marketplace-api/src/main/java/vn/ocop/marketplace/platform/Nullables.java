package vn.ocop.marketplace.platform;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a statement is given where a column may be null: the driver must be told of which type the nothing is. */
public final class Nullables {

    private Nullables() {}

    public static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** A part of something that may not be there. */
    public static <S, T> Parameter orNull(
            @Nullable S whole, Function<? super S, ? extends @Nullable T> part, Class<T> type) {
        return orNull(whole == null ? null : part.apply(whole), type);
    }
}
