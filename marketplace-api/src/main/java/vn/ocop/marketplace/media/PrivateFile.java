package vn.ocop.marketplace.media;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A private document on its way to one who may read it: kept nowhere on the way, and run by no browser. */
public final class PrivateFile {

    private PrivateFile() {}

    public static ResponseEntity<byte[]> of(String name, PrivateDocuments.Opened document) {
        var disposition = document.kind().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name + '.' + document.kind().ending())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(document.bytes());
    }
}
