package vn.ocop.marketplace.local.picture;

import java.util.ArrayList;
import java.util.List;

/** Words wrapped and sized so that they fit a box, whatever their length. */
record TextBlock(Typeface face, double size, List<String> lines) {

    private static final double LEADING = 1.16;

    /** The largest text that fits; at the smallest size the rest is cut with an ellipsis. */
    static TextBlock fit(String text, Typeface face, double width, double height, double largest, double smallest) {
        for (double size = largest; size >= smallest; size -= 1.5) {
            List<String> lines = wrap(text, face, size, width);
            if (lines.size() * size * LEADING <= height
                    && widest(lines, face, size) <= width
                    && lines.size() <= maxLines(text)) {
                return new TextBlock(face, size, lines);
            }
        }
        return cut(text, face, width, height, smallest);
    }

    private static int maxLines(String text) {
        return text.length() < 14 ? 2 : text.length() < 30 ? 3 : 5;
    }

    private static TextBlock cut(String text, Typeface face, double width, double height, double size) {
        List<String> lines = wrap(text, face, size, width);
        int room = Math.max(1, (int) (height / (size * LEADING)));
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(room, lines.size())));
        boolean more = shown.size() < lines.size();
        for (int i = 0; i < shown.size(); i++) {
            boolean last = more && i == shown.size() - 1;
            shown.set(i, shorten(last ? shown.get(i) + "…" : shown.get(i), face, size, width));
        }
        return new TextBlock(face, size, List.copyOf(shown));
    }

    private static String shorten(String line, Typeface face, double size, double width) {
        String shown = line;
        while (shown.length() > 2 && face.width(shown, size) > width) {
            shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
        }
        return shown;
    }

    /** Breaks as evenly as the number of lines allows, so that no word is left alone. */
    private static List<String> wrap(String text, Typeface face, double size, double width) {
        List<String> greedy = wrapAt(text, face, size, width);
        if (greedy.size() < 2) {
            return greedy;
        }
        for (double narrow = width * 0.5; narrow < width; narrow += width * 0.04) {
            List<String> even = wrapAt(text, face, size, narrow);
            if (even.size() == greedy.size() && widest(even, face, size) <= width) {
                return even;
            }
        }
        return greedy;
    }

    private static List<String> wrapAt(String text, Typeface face, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && face.width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private static double widest(List<String> lines, Typeface face, double size) {
        return lines.stream().mapToDouble(line -> face.width(line, size)).max().orElse(0);
    }

    double height() {
        return lines.size() * size * LEADING;
    }

    double width() {
        return widest(lines, face, size);
    }

    /** Path data centred on (x, y). */
    String centred(double x, double y) {
        StringBuilder path = new StringBuilder();
        double base = y - height() / 2 + size * 0.88;
        for (String line : lines) {
            path.append(face.outline(line, size, x - face.width(line, size) / 2, base));
            base += size * LEADING;
        }
        return path.toString();
    }
}
