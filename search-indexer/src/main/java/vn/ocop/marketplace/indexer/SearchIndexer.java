package vn.ocop.marketplace.indexer;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import vn.ocop.marketplace.setclock.SetClock;

/** The process between the catalogue and the search engine. */
@SpringBootApplication
@EnableConfigurationProperties(IndexerSettings.class)
public class SearchIndexer {

    public static void main(String[] args) {
        SpringApplication.run(SearchIndexer.class, args);
    }

    /** The clock of the business, which may be set to another moment for the whole marketplace. */
    @Bean
    Clock clock(@Value("${marketplace.clock-file:}") String file) {
        return SetClock.of(file);
    }
}
