package vn.ocop.marketplace.local.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import vn.ocop.marketplace.local.Progress;
import vn.ocop.marketplace.local.picture.DrawnPicture;
import vn.ocop.marketplace.local.picture.PictureRequest;
import vn.ocop.marketplace.local.picture.PictureStudio;

/** Draws the pictures of the specialties, on all cores, and writes down which listing shows which. */
final class Gallery {

    private static final int VIEWS = 3;

    private final Map<UUID, List<PoolPicture>> byListing = new HashMap<>();

    static Gallery draw(List<Specialty> specialties, Path media, Connection connection, Instant now)
            throws SQLException {
        var gallery = new Gallery();
        var drawings = drawAll(specialties, media);
        var rows = new CopyTable(connection, "media.pictures", "id, hash, width, height, widths, preview, created_at");
        var known = new HashMap<String, UUID>();
        var dice = new Dice("pictures", now);
        drawings.forEach((specialty, drawn) -> {
            var shown = new ArrayList<PoolPicture>();
            for (var drawing : drawn) {
                var id = known.computeIfAbsent(drawing.hash(), hash -> {
                    var fresh = dice.id();
                    var widths = drawing.widths().toString().replace('[', '{').replace(']', '}');
                    rows.add(fresh, hash, drawing.width(), drawing.height(), widths, drawing.preview(), now);
                    return fresh;
                });
                shown.add(new PoolPicture(id, drawing.altVi(), drawing.altEn()));
            }
            gallery.byListing.put(specialty, shown);
        });
        rows.send();
        return gallery;
    }

    private static Map<UUID, List<DrawnPicture>> drawAll(List<Specialty> specialties, Path media) {
        var step = Progress.step("word.pictures", (long) specialties.size() * VIEWS);
        var done = new AtomicLong();
        Map<UUID, List<Future<DrawnPicture>>> pending = new HashMap<>();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var specialty : specialties) {
                var views = new ArrayList<Future<DrawnPicture>>();
                for (int view = 0; view < VIEWS; view++) {
                    var wanted = view;
                    views.add(threads.submit(() -> {
                        var drawing = PictureStudio.draw(request(specialty, wanted), media);
                        step.accept(done.incrementAndGet());
                        return drawing;
                    }));
                }
                pending.put(specialty.id(), views);
            }
        }
        var drawn = new HashMap<UUID, List<DrawnPicture>>();
        pending.forEach((id, views) ->
                drawn.put(id, views.stream().map(Future::resultNow).toList()));
        return drawn;
    }

    private static PictureRequest request(Specialty specialty, int view) {
        return new PictureRequest(
                specialty.slug(),
                specialty.setNo(),
                specialty.titleVi(),
                specialty.place().provinceName(),
                specialty.place().provinceCode(),
                specialty.size().nameVi(),
                view);
    }

    List<PoolPicture> of(Specialty specialty) {
        return byListing.getOrDefault(specialty.id(), List.of());
    }
}
