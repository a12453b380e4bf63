package vn.ocop.marketplace.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock of the business. Its offset lets a whole system be run at another moment, such as the eve of a campaign.
 */
@Configuration(proxyBeanMethods = false)
public class BusinessTime {

    /** Business days and campaign windows are Vietnamese ones. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    Clock clock(@Value("${marketplace.clock-offset:PT0S}") Duration offset) {
        return offset.isZero() ? Clock.system(ZONE) : Clock.offset(Clock.system(ZONE), offset);
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
