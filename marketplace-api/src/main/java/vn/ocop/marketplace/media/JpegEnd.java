package vn.ocop.marketplace.media;

/** Looks for the end of the image in a JPEG file, past the small pictures that cameras hide in its head. */
final class JpegEnd {

    private static final int MARK = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private JpegEnd() {}

    static boolean isThere(byte[] file) {
        int at = startOfScan(file);
        // Inside a scan FF is always followed by 00 or a restart mark, so FF D9 cannot be part of the picture.
        for (; at >= 0 && at + 1 < file.length; at++) {
            if ((file[at] & 0xff) == MARK && (file[at + 1] & 0xff) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    /** Goes from segment to segment by their lengths; -1 if they do not lead to a scan. */
    private static int startOfScan(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xff) == MARK) {
            int kind = file[at + 1] & 0xff;
            if (kind == START_OF_SCAN) {
                return at + 2;
            }
            if (kind == MARK) {
                at++;
            } else {
                at += 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
            }
        }
        return -1;
    }
}
