package vn.ocop.marketplace.payment.payout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * The workbook Vietnamese banks take for paying many at once: number, account, holder without marks, bank, amount,
 * memo. Account numbers are texts, so that no leading zero is lost.
 */
final class BulkTransferFile {

    private static final List<String> HEADINGS =
            List.of("STT", "So tai khoan", "Ten nguoi thu huong", "Ma ngan hang", "So tien", "Noi dung");

    private BulkTransferFile() {}

    static byte[] of(LocalDate day, List<Payout> payouts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "marketplace", "1.0")) {
            var sheet = workbook.newWorksheet("Tra tien " + day);
            for (int i = 0; i < HEADINGS.size(); i++) {
                sheet.value(0, i, HEADINGS.get(i));
            }
            int row = 0;
            for (var payout : payouts) {
                var account = payout.account();
                if (account != null
                        && payout.channel() == Payout.Channel.BANK
                        && payout.status() != Payout.Status.FAILED) {
                    row++;
                    sheet.value(row, 0, row);
                    sheet.value(row, 1, account.number());
                    sheet.value(row, 2, account.plainHolder());
                    sheet.value(row, 3, account.bin());
                    sheet.value(row, 4, payout.amount().dong());
                    sheet.value(row, 5, payout.code());
                }
            }
        }
        return bytes.toByteArray();
    }
}
