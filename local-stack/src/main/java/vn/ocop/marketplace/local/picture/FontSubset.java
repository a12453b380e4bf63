package vn.ocop.marketplace.local.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The tables of one font file that are needed to draw letters. */
final class FontSubset {

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private final ByteBuffer glyf;
    private final ByteBuffer loca;
    private final ByteBuffer hmtx;
    private final int metrics;
    private final boolean longOffsets;
    final int unitsPerEm;
    private final Map<Integer, Integer> glyphs = new HashMap<>();
    private final Map<Integer, GlyphOutline> outlines = new ConcurrentHashMap<>();

    private FontSubset(Map<String, ByteBuffer> tables) {
        ByteBuffer head = table(tables, "head");
        unitsPerEm = head.getShort(18);
        longOffsets = head.getShort(50) == 1;
        glyf = table(tables, "glyf");
        loca = table(tables, "loca");
        hmtx = table(tables, "hmtx");
        metrics = Short.toUnsignedInt(table(tables, "hhea").getShort(34));
        readCharacters(table(tables, "cmap"));
    }

    static FontSubset read(String resource) {
        try (InputStream in = Objects.requireNonNull(FontSubset.class.getResourceAsStream(resource), resource)) {
            return new FontSubset(unpack(ByteBuffer.wrap(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (DataFormatException e) {
            throw new IllegalStateException("not a WOFF file: " + resource, e);
        }
    }

    private static ByteBuffer table(Map<String, ByteBuffer> tables, String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private static Map<String, ByteBuffer> unpack(ByteBuffer woff) throws DataFormatException {
        Map<String, ByteBuffer> tables = new HashMap<>();
        int count = woff.getShort(12);
        for (int i = 0, entry = 44; i < count; i++, entry += 20) {
            byte[] tag = new byte[4];
            woff.get(entry, tag);
            byte[] stored = new byte[woff.getInt(entry + 8)];
            woff.get(woff.getInt(entry + 4), stored);
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    ByteBuffer.wrap(inflate(stored, woff.getInt(entry + 12))));
        }
        return tables;
    }

    private static byte[] inflate(byte[] stored, int length) throws DataFormatException {
        if (stored.length == length) {
            return stored;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            ByteArrayOutputStream out = new ByteArrayOutputStream(length);
            byte[] chunk = new byte[length];
            while (out.size() < length) {
                int read = inflater.inflate(chunk);
                if (read == 0) {
                    throw new DataFormatException("table ends early");
                }
                out.write(chunk, 0, read);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private void readCharacters(ByteBuffer cmap) {
        int count = cmap.getShort(2);
        for (int i = 0; i < count; i++) {
            int table = cmap.getInt(4 + i * 8 + 4);
            switch (cmap.getShort(table)) {
                case 4 -> readSegments(cmap, table);
                case 12 -> readGroups(cmap, table);
                default -> {
                    // Older formats repeat what the two above hold.
                }
            }
        }
    }

    private void readSegments(ByteBuffer cmap, int table) {
        int doubled = Short.toUnsignedInt(cmap.getShort(table + 6));
        for (int i = 0; i < doubled; i += 2) {
            int last = Short.toUnsignedInt(cmap.getShort(table + 14 + i));
            int first = Short.toUnsignedInt(cmap.getShort(table + 16 + doubled + i));
            int delta = cmap.getShort(table + 16 + doubled * 2 + i);
            int rangeAt = table + 16 + doubled * 3 + i;
            int range = Short.toUnsignedInt(cmap.getShort(rangeAt));
            for (int c = first; c <= last && c != 0xFFFF; c++) {
                int glyph = range == 0 ? c : cmap.getShort(rangeAt + range + (c - first) * 2);
                glyphs.putIfAbsent(c, glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private void readGroups(ByteBuffer cmap, int table) {
        int count = cmap.getInt(table + 12);
        for (int i = 0, at = table + 16; i < count; i++, at += 12) {
            int first = cmap.getInt(at);
            for (int c = first; c <= cmap.getInt(at + 4); c++) {
                glyphs.putIfAbsent(c, cmap.getInt(at + 8) + c - first);
            }
        }
    }

    int glyph(int codePoint) {
        return glyphs.getOrDefault(codePoint, 0);
    }

    int advance(int glyph) {
        return Short.toUnsignedInt(hmtx.getShort(Math.min(glyph, metrics - 1) * 4));
    }

    GlyphOutline outline(int glyph) {
        GlyphOutline known = outlines.get(glyph);
        if (known == null) {
            known = readOutline(glyph);
            outlines.put(glyph, known);
        }
        return known;
    }

    private int offset(int glyph) {
        return longOffsets ? loca.getInt(glyph * 4) : Short.toUnsignedInt(loca.getShort(glyph * 2)) * 2;
    }

    private GlyphOutline readOutline(int glyph) {
        GlyphOutline outline = new GlyphOutline();
        int start = offset(glyph);
        if (start == offset(glyph + 1)) {
            return outline;
        }
        int contours = glyf.getShort(start);
        if (contours < 0) {
            readParts(start + 10, outline);
        } else {
            readContours(start + 10, contours, outline);
        }
        return outline;
    }

    /** A letter put together from others, as every Vietnamese vowel with two marks is. */
    private void readParts(int start, GlyphOutline outline) {
        int at = start;
        int flags;
        do {
            flags = glyf.getShort(at);
            int glyph = Short.toUnsignedInt(glyf.getShort(at + 2));
            boolean words = (flags & 1) != 0;
            double dx = words ? glyf.getShort(at + 4) : glyf.get(at + 4);
            double dy = words ? glyf.getShort(at + 6) : glyf.get(at + 5);
            at += words ? 8 : 6;
            double[] scale = {1, 0, 0, 1};
            if ((flags & 0x08) != 0) {
                scale[0] = scale[3] = fraction(at);
                at += 2;
            } else if ((flags & 0x40) != 0) {
                scale[0] = fraction(at);
                scale[3] = fraction(at + 2);
                at += 4;
            } else if ((flags & 0x80) != 0) {
                for (int i = 0; i < 4; i++) {
                    scale[i] = fraction(at + i * 2);
                }
                at += 8;
            }
            outline.add(outline(glyph), scale, dx, dy);
        } while ((flags & 0x20) != 0);
    }

    private double fraction(int at) {
        return glyf.getShort(at) / 16384.0;
    }

    private void readContours(int start, int contours, GlyphOutline outline) {
        int points = Short.toUnsignedInt(glyf.getShort(start + contours * 2 - 2)) + 1;
        int at = start + contours * 2;
        at += 2 + Short.toUnsignedInt(glyf.getShort(at));
        int[] flags = new int[points];
        for (int i = 0; i < points; ) {
            int flag = Byte.toUnsignedInt(glyf.get(at++));
            int times = (flag & REPEAT) != 0 ? Byte.toUnsignedInt(glyf.get(at++)) + 1 : 1;
            for (int j = 0; j < times; j++) {
                flags[i++] = flag;
            }
        }
        int[] x = new int[points];
        at = readCoordinates(at, flags, SHORT_X, SAME_X, x);
        int[] y = new int[points];
        readCoordinates(at, flags, SHORT_Y, SAME_Y, y);
        for (int i = 0, first = 0; i < contours; i++) {
            int last = Short.toUnsignedInt(glyf.getShort(start + i * 2));
            boolean[] on = new boolean[last - first + 1];
            double[] xs = new double[on.length];
            double[] ys = new double[on.length];
            for (int j = 0; j < on.length; j++) {
                on[j] = (flags[first + j] & ON_CURVE) != 0;
                xs[j] = x[first + j];
                ys[j] = y[first + j];
            }
            outline.add(new GlyphOutline.Contour(on, xs, ys));
            first = last + 1;
        }
    }

    private int readCoordinates(int start, int[] flags, int isShort, int isSame, int[] values) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int step = Byte.toUnsignedInt(glyf.get(at++));
                value += (flags[i] & isSame) != 0 ? step : -step;
            } else if ((flags[i] & isSame) == 0) {
                value += glyf.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }
}
