package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ocop.marketplace.web.site.QrPicture;

/**
 * What to transfer for a purchase.
 *
 * @param direct whether it goes to the shop's own account
 * @param bankName empty where the API knows only the bank's number
 * @param received what has come in already, short of the whole
 * @param qr what a VietQR code says of it
 * @param demoPage where a demo shopper can pretend to transfer; null on a real marketplace
 */
public record Transfer(
        boolean direct,
        String bankName,
        String bin,
        String account,
        String holder,
        long amount,
        long received,
        String reference,
        String qr,
        @Nullable Instant payUntil,
        @Nullable String demoPage) {

    Transfer named(String bank) {
        return bankName.isEmpty()
                ? new Transfer(direct, bank, bin, account, holder, amount, received, reference, qr, payUntil, demoPage)
                : this;
    }

    /** The code as a drawing. */
    public String picture() {
        return QrPicture.svg(qr);
    }

    public @Nullable String demoHref() {
        return demoPage == null
                ? null
                : UriComponentsBuilder.fromUriString(demoPage)
                        .queryParam("qr", "{qr}")
                        .encode()
                        .buildAndExpand(qr)
                        .toUriString();
    }
}
