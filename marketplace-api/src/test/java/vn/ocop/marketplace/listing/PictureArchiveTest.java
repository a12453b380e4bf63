package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ocop.marketplace.media.PictureFiles;
import vn.ocop.marketplace.media.Pictures;
import vn.ocop.marketplace.platform.ProblemException;

class PictureArchiveTest {

    @TempDir
    Path directory;

    private List<PictureArchive.Unpacked> files(byte[] archive) throws IOException {
        var file = Files.write(directory.resolve("anh.zip"), archive);
        return Objects.requireNonNull(PictureArchive.files(file).collectList().block());
    }

    @Test
    void foldersAndClutterMeanNothing() throws IOException {
        var files = files(PictureFiles.zip(Map.of(
                "anh/tieu/TC-200.jpg", new byte[] {1},
                "__MACOSX/anh/._TC-200.jpg", new byte[] {2},
                "anh/Thumbs.db", new byte[] {3},
                "anh/", new byte[0])));

        assertThat(files).extracting(PictureArchive.Unpacked::name).containsExactly("TC-200.jpg");
        assertThat(files.getFirst().bytes()).containsExactly(1);
    }

    @Test
    void namesThatClimbAreOnlyNames() throws IOException {
        var files = files(
                PictureFiles.zip(Map.of("../../../etc/TC-1.jpg", new byte[] {1}, "C:\\anh\\TC-2.jpg", new byte[] {1})));

        assertThat(files).extracting(PictureArchive.Unpacked::name).containsExactlyInAnyOrder("TC-1.jpg", "TC-2.jpg");
        try (var written = Files.list(directory)) {
            assertThat(written).hasSize(1);
        }
    }

    @Test
    void whatUnpacksToMoreThanAPictureIsRefusedByItself() throws IOException {
        var files = files(PictureFiles.zip(Map.of("bom.jpg", new byte[Pictures.MOST_BYTES + 100])));

        assertThat(files.getFirst().bytes()).isNull();
        assertThat(files.getFirst().problem()).isEqualTo("listing.archived-file-too-large");
    }

    @Test
    void aBombIsLeftWhenTheBudgetIsUsedUp() throws IOException {
        var bombs = new HashMap<String, byte[]>();
        var zeros = new byte[Pictures.MOST_BYTES];
        IntStream.range(0, 90).forEach(i -> bombs.put(i + ".jpg", zeros));
        var file = Files.write(directory.resolve("bom.zip"), PictureFiles.zip(bombs));

        // One file after the other, as they are worked on: more than one is never held.
        assertThatThrownBy(() -> PictureArchive.files(file)
                        .map(PictureArchive.Unpacked::number)
                        .blockLast())
                .isInstanceOf(ProblemException.class)
                .extracting(failure -> ((ProblemException) failure).problem())
                .isEqualTo(ListingProblem.ARCHIVE_TOO_BIG_INSIDE);
    }

    @Test
    void countsFilesBeforeItUnpacksThem() {
        var many = new HashMap<String, byte[]>();
        IntStream.rangeClosed(0, PictureArchive.MOST_PICTURES).forEach(i -> many.put(i + ".jpg", new byte[] {1}));

        assertThatThrownBy(() -> files(PictureFiles.zip(many)))
                .isInstanceOf(ProblemException.class)
                .extracting(failure -> ((ProblemException) failure).problem())
                .isEqualTo(ListingProblem.ARCHIVE_TOO_BIG_INSIDE);
    }

    @Test
    void linksLeadNowhere() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(packed)) {
            var link = new ZipArchiveEntry("TC-1.jpg");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }

        assertThat(files(packed.toByteArray()).getFirst().problem()).isEqualTo("listing.archived-file-unreadable");
    }

    @Test
    void whatIsNoArchiveOrDamagedOrEmptyIsRefused() {
        var whole = PictureFiles.zip(Map.of("a.jpg", PictureFiles.jpeg(400, 400)));
        var cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        for (var file : List.of(
                "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8), cut, PictureFiles.zip(Map.of()))) {
            assertThatThrownBy(() -> files(file))
                    .isInstanceOf(ProblemException.class)
                    .extracting(failure -> ((ProblemException) failure).problem())
                    .isEqualTo(ListingProblem.ARCHIVE_UNREADABLE);
        }
    }
}
