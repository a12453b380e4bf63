package vn.ocop.marketplace.media;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the bucket of pictures is and who may read it. */
@ConfigurationProperties("marketplace.media-s3")
record S3Properties(String url, String region, String bucket, String accessKey, String secretKey) {

    @Override
    public String toString() {
        return "S3Properties[url=" + url + ", bucket=" + bucket + "]";
    }
}
