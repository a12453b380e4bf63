package vn.ocop.marketplace.sheet;

import java.util.List;

/**
 * A column of a kind of sheet. Its heading is the message {@code sheet.<kind>.<code>}, what to write into it
 * {@code sheet.<kind>.<code>.hint}, an example {@code sheet.<kind>.<code>.example}.
 *
 * @param needed whether no row means anything without it
 * @param alsoCalled other headings people have for it, folded
 */
public record SheetColumn(String code, boolean needed, List<String> alsoCalled) {

    public SheetColumn {
        alsoCalled = List.copyOf(alsoCalled);
    }

    public static SheetColumn of(String code, String... alsoCalled) {
        return new SheetColumn(code, false, List.of(alsoCalled));
    }

    public static SheetColumn needed(String code, String... alsoCalled) {
        return new SheetColumn(code, true, List.of(alsoCalled));
    }
}
