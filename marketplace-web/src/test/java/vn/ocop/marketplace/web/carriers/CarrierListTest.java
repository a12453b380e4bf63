package vn.ocop.marketplace.web.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A carrier's list as it is pasted. */
class CarrierListTest {

    @Test
    void whatWasPaidOutStandsBelowZero() {
        assertThat(CarrierDeskController.claims("""
                HA000000005VN	120.000
                QT-261130-YQ9AP4 81.500 ₫

                CT26120100001 -91.865
                CT26120100002;−1.000 đ
                """))
                .containsExactly(
                        new CarrierDesk.Claim("HA000000005VN", 120_000),
                        new CarrierDesk.Claim("QT-261130-YQ9AP4", 81_500),
                        new CarrierDesk.Claim("CT26120100001", -91_865),
                        new CarrierDesk.Claim("CT26120100002", -1_000));
    }

    @Test
    void aLineThatCannotBeReadSpoilsTheList() {
        for (var typed : new String[] {"HA000000005VN", "HA000000005VN 12-3", "HA000000005VN --5", "HA000000005VN x"}) {
            assertThat(CarrierDeskController.claims(typed)).as(typed).isEmpty();
        }
    }
}
