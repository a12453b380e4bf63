package vn.ocop.marketplace.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocop.marketplace.setclock.SetClock;

/** The clock of the business. A file lets a whole system be run at another moment, such as the eve of a campaign. */
@Configuration(proxyBeanMethods = false)
public class BusinessTime {

    /** Business days and campaign windows are Vietnamese ones. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Ticks as finely as the database stores, so that a moment is the same before and after it was written down. */
    @Bean
    Clock clock(@Value("${marketplace.clock-file:}") String file) {
        return Clock.tick(SetClock.of(file).withZone(ZONE), Duration.of(1, ChronoUnit.MICROS));
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
