package vn.ocop.marketplace.local.picture;

import java.util.List;

/**
 * A picture that lies in the media directory as {@code <hash>-<width>.webp}.
 *
 * @param preview a few blurred pixels as a data URI, shown until the picture is there
 */
public record DrawnPicture(
        String hash, int width, int height, List<Integer> widths, String preview, String altVi, String altEn) {

    public DrawnPicture {
        widths = List.copyOf(widths);
    }
}
