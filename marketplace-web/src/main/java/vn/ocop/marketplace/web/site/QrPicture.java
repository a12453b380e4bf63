package vn.ocop.marketplace.web.site;

import io.nayuki.qrcodegen.QrCode;

/** Draws a QR code as one path, dark on white whatever the page's colours are, because scanners want it so. */
public final class QrPicture {

    /** What the standard asks to leave free around it. */
    private static final int QUIET = 4;

    private QrPicture() {}

    public static String svg(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return """
                <svg viewBox="0 0 %d %d" shape-rendering="crispEdges" aria-hidden="true">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>""".formatted(side, side, side, side, path);
    }
}
