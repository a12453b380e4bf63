package vn.ocop.marketplace.searchcontract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a title begins with. A Vietnamese noun comes before what describes it: "mật ong rừng" is honey, "khoai deo mật
 * ong" is not, so a query that is the beginning of a title means it more than one found further in.
 */
public final class TitleHeads {

    private static final int LONGEST = 5;

    /** Words that only count or hold what follows: people leave them out. */
    private static final Set<String> CLASSIFIERS = Set.of(
            "hat", "cu", "qua", "trai", "cay", "con", "set", "combo", "hop", "goi", "tui", "chai", "hu", "lo", "thung",
            "cap", "doi", "chiec", "cai", "cao", "vien", "nam", "gao", "kho", "rau");

    private TitleHeads() {}

    /** The first one to five words of a folded title, and the same without a leading classifier. */
    public static List<String> of(String plainTitle) {
        var heads = new ArrayList<String>();
        add(plainTitle, heads);
        int space = plainTitle.indexOf(' ');
        if (space > 0 && CLASSIFIERS.contains(plainTitle.substring(0, space))) {
            add(plainTitle.substring(space + 1), heads);
        }
        return heads;
    }

    private static void add(String title, List<String> heads) {
        int end = -1;
        for (int words = 0; words < LONGEST && end < title.length(); words++) {
            int space = title.indexOf(' ', end + 1);
            end = space < 0 ? title.length() : space;
            var head = title.substring(0, end);
            if (!head.isEmpty() && !heads.contains(head)) {
                heads.add(head);
            }
        }
    }
}
