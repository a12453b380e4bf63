package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferMemoTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QT2611227F3K9M",
                "QT-261122-7F3K9M",
                "qt 261122 7f3k9m",
                "MBVCB.5512345678.QT2611227F3K9M.CT tu 0071000123456 NGUYEN VAN A toi 0123456789",
                "CUSTOMER QT2611227F3K9M-CHUYEN TIEN",
                "thanhtoanQT2611227F3K9Mchuyenkhoan",
                "IBFT QT2611227F3K9M  090812345678",
                "QT2611227F3K9MNGUYENVANB"
            })
    void findsTheCodeHoweverBanksHandItOn(String memo) {
        assertThat(TransferMemo.candidates(memo)).contains("QT2611227F3K9M");
    }

    @Test
    void longInitialsAreFoundWhole() {
        assertThat(TransferMemo.candidates("tra tien HCM-261122-ABCDEF"))
                .contains(TransferMemo.reference("HCM-261122-ABCDEF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chuyen tien", "QT261122", "2611227F3K9M", "QT-2611-7F3K9M"})
    void findsNothingWhereThereIsNone(String memo) {
        assertThat(TransferMemo.candidates(memo)).isEmpty();
    }

    @Property
    void readsAnythingAndFindsFew(@ForAll String memo) {
        assertThat(TransferMemo.candidates(memo)).hasSizeLessThanOrEqualTo(4 * Math.max(1, memo.length()));
    }
}
