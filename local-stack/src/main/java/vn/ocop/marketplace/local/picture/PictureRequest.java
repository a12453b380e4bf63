package vn.ocop.marketplace.local.picture;

/**
 * What a picture is asked to show.
 *
 * @param key names the listing; two listings with the same words but other keys look different
 * @param setNo product set of the OCOP list, 1 to 26
 * @param title name of the product, drawn on its label
 * @param weightLabel how it is sold ("Chai 500 ml", "Túi 5 kg"); it also tells the kind of pack
 * @param view 0 the product, 1 what it is made of, 2 served or at home in its province
 */
public record PictureRequest(
        String key, int setNo, String title, String provinceName, String provinceCode, String weightLabel, int view) {

    public PictureRequest {
        if (key.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a picture needs a key and a title");
        }
        if (view < 0 || view > 2) {
            throw new IllegalArgumentException("there is no view " + view);
        }
    }
}
