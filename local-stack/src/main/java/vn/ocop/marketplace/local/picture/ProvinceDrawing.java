package vn.ocop.marketplace.local.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the wide header picture of every province as a small SVG file for the site. */
public final class ProvinceDrawing {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 360;

    private ProvinceDrawing() {}

    /** Writes {@code <slug>.svg} for all provinces into the directory given, the site's asset directory. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Files.createDirectories(directory);
        for (Province province : Province.values()) {
            Files.writeString(directory.resolve(province.slug() + ".svg"), draw(province));
        }
    }

    static String draw(Province province) {
        Svg svg = new Svg(WIDTH, HEIGHT);
        Chance chance = new Chance("header" + province.slug());
        LandColours colours = switch (province.sight().terrain()) {
            case COAST, KARST_SEA, MANGROVE -> LandColours.RIVER;
            case HIGHLAND, TERRACES -> LandColours.DAWN;
            case DELTA -> LandColours.GOLD;
            default -> LandColours.LEAF;
        };
        // Names and headings stand on the left, so the sight is on the right.
        new Landscape(svg, province.sight(), chance, WIDTH, HEIGHT, colours)
                .sightOn(true)
                .sightLarger(1.3)
                .draw();
        return svg.toString()
                        .replaceAll(" transform=\"translate\\(0 0\\)\"", "")
                        .replaceAll(">\\s+<", "><")
                        .replaceFirst("<svg ", "<svg role=\"presentation\" preserveAspectRatio=\"xMidYMid slice\" ")
                + "\n";
    }
}
