package vn.ocop.marketplace.web.storefront;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The campaigns the home page may announce: dated data, so that a new year needs no new code. */
@ConfigurationProperties("marketplace.site")
record Campaigns(@DefaultValue List<Campaign> campaigns) {

    /**
     * A campaign; its words are the texts {@code campaign.<key>.*}.
     *
     * @param announced when the strip appears
     * @param end the first moment after it
     */
    record Campaign(String key, OffsetDateTime announced, OffsetDateTime start, OffsetDateTime end) {

        boolean announcedAt(Instant now) {
            return !now.isBefore(announced.toInstant()) && now.isBefore(end.toInstant());
        }
    }

    /** The strip to show now, if any. */
    @Nullable Campaign at(Instant now) {
        return campaigns.stream()
                .filter(campaign -> campaign.announcedAt(now))
                .findFirst()
                .orElse(null);
    }
}
