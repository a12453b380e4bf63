package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderCodesTest {

    @ParameterizedTest
    @CsvSource({"Quảng Trị, QT", "Đắk Lắk, DL", "Huế, H", "Hồ Chí Minh, HCM", "'', VN"})
    void startsWithTheProvincesInitials(String province, String initials) {
        assertThat(OrderCodes.initials(province)).isEqualTo(initials);
    }

    @Test
    void canBeReadOutWithoutDoubt() {
        assertThat(new OrderCodes().next("Quảng Trị", LocalDate.of(2026, 11, 22)))
                .matches("QT-261122-[2-9A-HJKMNP-TV-Z]{6}");
    }
}
