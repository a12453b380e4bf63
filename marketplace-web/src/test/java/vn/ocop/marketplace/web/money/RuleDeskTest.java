package vn.ocop.marketplace.web.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleDeskTest {

    @Test
    void readsPercentAsPeopleWriteIt() {
        assertThat(RuleDesk.basisPoints("3")).isEqualTo(300);
        assertThat(RuleDesk.basisPoints("3,5")).isEqualTo(350);
        assertThat(RuleDesk.basisPoints("0.25")).isEqualTo(25);
    }

    @Test
    void whatIsNoPercentageIsRefusedByTheApi() {
        assertThat(RuleDesk.basisPoints("")).isNegative();
        assertThat(RuleDesk.basisPoints("ba")).isNegative();
        assertThat(RuleDesk.basisPoints("1,234")).isNegative();
        assertThat(RuleDesk.basisPoints("99999999999")).isNegative();
    }

    @Test
    void aShopIsNamedByItsPageHoweverItIsCopied() {
        for (var typed : new String[] {
            "cua-tung", " https://cho.vn/gian-hang/cua-tung/?x=1#y ", "/gian-hang/cua-tung", "gian-hang/cua-tung?en"
        }) {
            assertThat(RuleDesk.lastPart(typed)).isEqualTo("cua-tung");
        }
        assertThat(RuleDesk.lastPart("/")).isEmpty();
    }
}
