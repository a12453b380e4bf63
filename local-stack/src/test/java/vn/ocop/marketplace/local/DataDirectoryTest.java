package vn.ocop.marketplace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final StartOptions WARM = new StartOptions(false, false, 0, 1, null);
    private static final StartOptions FRESH = new StartOptions(false, true, 0, 1, null);

    @TempDir
    private Path path;

    @Test
    void isOpenToOneStackAtATime() {
        try (var first = DataDirectory.open(path, WARM)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DataDirectory.open(first.path(), WARM))
                    .withMessageContaining(
                            String.valueOf(ProcessHandle.current().pid()));
        }
        DataDirectory.open(path, WARM).close();
    }

    @Test
    void leavesStrangersFilesAlone() throws IOException {
        var file = Files.writeString(path.resolve("thesis.txt"), "do not delete");

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> DataDirectory.open(path, FRESH));

        assertThat(file).hasContent("do not delete");
    }

    @Test
    void keepsItsSecretsOverRestarts() throws IOException {
        String secret;
        try (var data = complete()) {
            secret = data.secret("sandbox.key", "sk_test_local_");
        }

        try (var data = DataDirectory.open(path, WARM)) {
            assertThat(data.isNew()).isFalse();
            assertThat(data.secret("sandbox.key", "sk_test_local_"))
                    .isEqualTo(secret)
                    .startsWith("sk_test_local_");
        }
    }

    @Test
    void beginsAgainWhenAsked() throws IOException {
        complete().close();

        try (var data = DataDirectory.open(path, FRESH)) {
            assertThat(data.isNew()).isTrue();
            assertThat(data.postgres()).doesNotExist();
        }
    }

    @Test
    void throwsAwayADatabaseThatWasNeverComplete() throws IOException {
        Files.createDirectories(path.resolve("postgres/base"));

        try (var data = DataDirectory.open(path, WARM)) {
            assertThat(data.postgres()).doesNotExist();
        }
    }

    @Test
    void saysWhatToDoWhenTheDatabaseIsGone() throws IOException {
        complete().close();
        Files.delete(path.resolve("postgres/PG_VERSION"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataDirectory.open(path, WARM))
                .withMessageContaining("--fresh");
    }

    private DataDirectory complete() throws IOException {
        var data = DataDirectory.open(path, WARM);
        Files.createDirectories(data.postgres());
        Files.writeString(data.postgres().resolve("PG_VERSION"), "18");
        data.markComplete();
        return data;
    }
}
