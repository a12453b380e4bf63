package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocop.marketplace.platform.Vnd;

/** Against codes published by others, and against a decoder written for this test only. */
class VietQrTest {

    private static List<NamedCsvRecord> vectors() {
        var file = Objects.requireNonNull(VietQrTest.class.getResourceAsStream("/vietqr/vectors.csv"));
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<NamedCsvRecord> valid() {
        return vectors().stream().filter(vector -> vector.getField("expect").equals("valid"));
    }

    /** Those to an account whose additional data are a purpose only, which is all that is written here. */
    static Stream<NamedCsvRecord> toAccounts() {
        return valid().filter(vector -> vector.getField("service").equals("QRIBFTTA"))
                .filter(vector -> !vector.getField("payload").contains("NPS6869"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void theChecksumIsTheOneOthersPublished(NamedCsvRecord vector) {
        var payload = vector.getField("payload");

        assertThat(String.format(Locale.ROOT, "%04X", VietQr.crc(payload.substring(0, payload.length() - 4))))
                .isEqualTo(vector.getField("crc"))
                .isEqualTo(payload.substring(payload.length() - 4));
    }

    @Test
    void theChecksumOfTheCatalogue() {
        assertThat(VietQr.crc("123456789")).isEqualTo(0x29B1);
    }

    @ParameterizedTest
    @MethodSource("toAccounts")
    void theSameFieldsMakeTheSameCode(NamedCsvRecord vector) {
        var amount = vector.getField("amount");
        var purpose = vector.getField("purpose");
        // One of the published codes pads its amount with a zero; we write numbers as numbers.
        var published = vector.getField("payload");

        var code = new VietQr(
                        vector.getField("bin"),
                        vector.getField("account"),
                        amount.isEmpty() ? null : Vnd.of(Long.parseLong(amount)),
                        purpose.isEmpty() ? null : purpose)
                .payload();

        assertThat(withoutPadding(code)).isEqualTo(withoutPadding(published));
    }

    private static Map<String, String> withoutPadding(String payload) {
        var fields = fields(payload);
        fields.remove("63");
        fields.computeIfPresent("54", (tag, amount) -> Long.toString(Long.parseLong(amount)));
        return fields;
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = 1, max = 9_999_999_999_999L) long amount,
            @ForAll @StringLength(min = 1, max = 19) @CharRange(from = '0', to = '9') String account,
            @ForAll @StringLength(min = 1, max = 25) @CharRange(from = ' ', to = '~') String purpose) {
        var payload = new VietQr("970436", account, Vnd.of(amount), purpose).payload();

        var fields = fields(payload);
        assertThat(fields)
                .containsEntry("01", "12")
                .containsEntry("53", "704")
                .containsEntry("54", Long.toString(amount))
                .containsEntry("58", "VN");
        var receiver = fields(fields(fields.getOrDefault("38", "")).getOrDefault("01", ""));
        assertThat(receiver).containsEntry("00", "970436").containsEntry("01", account);
        assertThat(fields(fields.getOrDefault("62", ""))).containsEntry("08", purpose);
        assertThat(Integer.parseInt(fields.getOrDefault("63", ""), 16))
                .isEqualTo(VietQr.crc(payload.substring(0, payload.length() - 4)));
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (int at = 0; at < text.length(); ) {
            int length = Integer.parseInt(text.substring(at + 2, at + 4));
            fields.put(text.substring(at, at + 2), text.substring(at + 4, at + 4 + length));
            at += 4 + length;
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cà phê", "", "abcdefghijklmnopqrstuvwxyz"})
    void refusesAPurposeThatBanksWouldMangle(String purpose) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VietQr("970436", "0123456789", Vnd.of(1), purpose));
    }

    @Test
    void refusesAmountsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VietQr("970436", "0123456789", Vnd.ZERO, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VietQr("970436", "0123456789", Vnd.of(10_000_000_000_000L), "x"));
    }
}
