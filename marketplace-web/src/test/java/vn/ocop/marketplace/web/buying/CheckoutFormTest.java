package vn.ocop.marketplace.web.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import vn.ocop.marketplace.web.TestVisit;
import vn.ocop.marketplace.web.site.Form;

class CheckoutFormTest {

    private static Form form(String... namesAndValues) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Form(fields);
    }

    @Test
    void readsWhatWasFilled() {
        var read = CheckoutForm.of(form(
                "action",
                "place",
                "name",
                " Trần Thị Mai ",
                "phone",
                "0912 345 678",
                "commune",
                "19429",
                "note.s1",
                "Gói kỹ nhé",
                "note.s2",
                " ",
                "adult",
                "1",
                "quote",
                "q",
                "key",
                "k"));

        assertThat(read.action()).isEqualTo(CheckoutForm.Action.PLACE);
        assertThat(read.name()).isEqualTo("Trần Thị Mai");
        assertThat(read.notes()).isEqualTo(Map.of("s1", "Gói kỹ nhé"));
        assertThat(read.adult()).isTrue();
        assertThat(read.order()).containsEntry("quoteId", "q");
    }

    @Test
    void takesTheCommuneOfAListBeforeTheOneFound() {
        assertThat(CheckoutForm.of(form("action", "pick", "commune", "1", "listed", "2"))
                        .commune())
                .isEqualTo("2");
        assertThat(CheckoutForm.of(form("action", "change", "commune", "1")).commune())
                .isEmpty();
    }

    @Test
    void anUnknownButtonMeansToOrder() {
        assertThat(CheckoutForm.of(form("action", "<script>")).action()).isEqualTo(CheckoutForm.Action.PLACE);
        assertThat(CheckoutForm.of(form()).action()).isEqualTo(CheckoutForm.Action.PLACE);
    }

    @Test
    void namesEveryMissingField() {
        var missing = CheckoutForm.of(form()).missing(TestVisit.vietnamese("/dat-hang"), true);

        assertThat(missing.keySet()).containsExactly("name", "phone", "typed", "street", "adult");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912345678", "0912 345 678", "0912.345.678", "+84912345678", "84 912 345 678"})
    void acceptsPhonesAsPeopleWriteThem(String phone) {
        assertThat(missingWith(phone)).doesNotContainKey("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0912", "1234567890", "09123456789", "không có", "0912345678; drop table"})
    void refusesWhatIsNoPhone(String phone) {
        assertThat(missingWith(phone)).containsKey("phone");
    }

    private static Map<String, String> missingWith(String phone) {
        return CheckoutForm.of(form("phone", phone)).missing(TestVisit.vietnamese("/dat-hang"), false);
    }

    @Test
    void keepsPersonalDataOutOfLogs() {
        var read = CheckoutForm.of(form("name", "Trần Thị Mai", "phone", "0912345678", "street", "12 Lê Duẩn"));

        assertThat(read.toString()).doesNotContain("Mai", "0912", "Lê Duẩn");
    }
}
