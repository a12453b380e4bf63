package vn.ocop.marketplace.local.picture;

import java.util.ArrayList;
import java.util.List;

/** The contours of one letter in font units, y upwards. */
final class GlyphOutline {

    /** A closed run of points, some of them off the curve. */
    record Contour(boolean[] on, double[] x, double[] y) {}

    private final List<Contour> contours = new ArrayList<>();

    void add(Contour contour) {
        contours.add(contour);
    }

    void add(GlyphOutline other, double[] scale, double dx, double dy) {
        for (Contour contour : other.contours) {
            double[] x = new double[contour.x.length];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = contour.x[i] * scale[0] + contour.y[i] * scale[2] + dx;
                y[i] = contour.x[i] * scale[1] + contour.y[i] * scale[3] + dy;
            }
            contours.add(new Contour(contour.on, x, y));
        }
    }

    void appendTo(StringBuilder path, double scale, double dx, double dy) {
        for (Contour contour : contours) {
            append(path, contour, scale, dx, dy);
        }
    }

    private static void append(StringBuilder path, Contour contour, double scale, double dx, double dy) {
        int n = contour.x.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = dx + contour.x[i] * scale;
            y[i] = dy - contour.y[i] * scale;
        }
        int start = 0;
        while (start < n && !contour.on[start]) {
            start++;
        }
        if (start == n) {
            return; // No letter of a text face is made of control points only.
        }
        path.append('M').append(Svg.number(x[start])).append(' ').append(Svg.number(y[start]));
        for (int step = 1; step <= n; step++) {
            int i = (start + step) % n;
            if (contour.on[i]) {
                path.append('L').append(Svg.number(x[i])).append(' ').append(Svg.number(y[i]));
                continue;
            }
            int next = (i + 1) % n;
            double endX = contour.on[next] ? x[next] : (x[i] + x[next]) / 2;
            double endY = contour.on[next] ? y[next] : (y[i] + y[next]) / 2;
            path.append('Q').append(Svg.number(x[i])).append(' ').append(Svg.number(y[i]));
            path.append(' ').append(Svg.number(endX)).append(' ').append(Svg.number(endY));
            if (contour.on[next]) {
                step++;
            }
        }
        path.append('Z');
    }
}
