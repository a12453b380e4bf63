package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"password123", "12345678", "qwertyuiop", "iloveyou1", "tranthimai"})
    void knowsWhatEveryoneKnows(String password) {
        assertThat(new BreachedPasswords("").knows(password, List.of("Trần Thị Mai")))
                .isTrue();
    }

    @Test
    void letsALongSentencePass() {
        assertThat(new BreachedPasswords("").knows("chieu-mua-tren-pho-nho", List.of()))
                .isFalse();
    }

    @Test
    void findsEveryHashOfTheFileAndNoOther(@TempDir Path directory) throws IOException {
        var hashes = new TreeSet<String>();
        for (int i = 0; i < 500; i++) {
            hashes.add("%040X".formatted(i * 7919L));
        }
        var file = directory.resolve("hashes.txt");
        Files.writeString(
                file,
                String.join(
                        "\r\n",
                        hashes.stream()
                                .map(hash -> hash + ":" + hash.length() * 3)
                                .toList()));

        assertThat(hashes).allMatch(hash -> BreachedPasswords.hasLeaked(file, hash));
        assertThat(BreachedPasswords.hasLeaked(file, "%040X".formatted(1))).isFalse();
        assertThat(BreachedPasswords.hasLeaked(file, "F".repeat(40))).isFalse();
    }

    @Test
    void anEmptyFileHoldsNothing(@TempDir Path directory) throws IOException {
        assertThat(BreachedPasswords.hasLeaked(Files.createFile(directory.resolve("none")), "A".repeat(40)))
                .isFalse();
    }
}
