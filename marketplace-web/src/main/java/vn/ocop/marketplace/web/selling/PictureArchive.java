package vn.ocop.marketplace.web.selling;

import java.util.List;

/** How far the pictures of an archive have got, as the API tells of it. */
public record PictureArchive(
        String id,
        boolean finished,
        boolean failed,
        int total,
        int done,
        int placed,
        List<PlacedPictures.Unplaced> others) {}
