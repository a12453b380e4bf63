package vn.ocop.marketplace.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws one view of a specialty into the media directory; null where it has no picture for it. */
public interface Illustrator {

    @Nullable Drawing draw(Specialty specialty, int view);

    /** What was drawn; its files are named after the hash. */
    record Drawing(
            String hash, int width, int height, List<Integer> widths, String preview, String altVi, String altEn) {}
}
