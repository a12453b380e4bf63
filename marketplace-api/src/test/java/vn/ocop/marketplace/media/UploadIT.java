package vn.ocop.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

class UploadIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    RemoveOrphanPictures cleaning;

    ApiClient seller;

    @BeforeEach
    void signIn() {
        seller = new Staff(database).worksFor("SHOP", UUID.randomUUID().toString());
    }

    @Test
    void servesWhatWasSentAsWebpOnly() {
        var picture = seller.upload(PictureFiles.jpeg(1000, 700));

        assertThat(picture.status()).as(picture.body().toString()).isEqualTo(201);
        assertThat(picture.text("/width")).isEqualTo("1000");
        var file = seller.raw("GET", picture.text("/path") + "-640.webp", "").raw();
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/webp");
    }

    @Test
    void theSamePictureIsStoredOnce() {
        var file = PictureFiles.png(600, 600);

        assertThat(seller.upload(file).text("/id"))
                .isEqualTo(seller.upload(file).text("/id"));
    }

    @Test
    void saysWhyAFileIsNotTaken() {
        assertThat(seller.upload("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("media.unknown-format");
        assertThat(seller.upload(new byte[Pictures.MOST_BYTES + 1]).status()).isEqualTo(413);
        assertThat(ApiClient.stranger().upload(PictureFiles.png(600, 600)).status())
                .isEqualTo(401);
        assertThat(ApiClient.guest().upload(PictureFiles.png(600, 600)).status())
                .isEqualTo(403);
    }

    @Test
    void removesWhatNobodyShows() {
        var orphan = seller.upload(PictureFiles.jpeg(640, 640));
        var path = MEDIA.resolve(orphan.text("/path").substring("/media/".length()) + "-320.webp");
        assertThat(path).exists();
        age(orphan);

        cleaning.run().block();
        assertThat(path).exists();
        database.sql("update media.pictures set doomed_at = doomed_at - interval '2 hours' where id = :id")
                .bind("id", UUID.fromString(orphan.text("/id")))
                .then()
                .block();
        cleaning.run().block();
        assertThat(path).doesNotExist();
    }

    @Test
    void sparesAPictureThatIsSentAgain() {
        var file = PictureFiles.jpeg(640, 640);
        var picture = seller.upload(file);
        age(picture);
        cleaning.run().block();
        seller.upload(file);
        cleaning.run().block();

        assertThat(seller.raw("GET", picture.text("/path") + "-320.webp", "").status())
                .isEqualTo(200);
    }

    private void age(ApiClient.Answer picture) {
        database.sql("update media.pictures set created_at = created_at - interval '3 days' where id = :id")
                .bind("id", UUID.fromString(picture.text("/id")))
                .then()
                .block();
    }
}
