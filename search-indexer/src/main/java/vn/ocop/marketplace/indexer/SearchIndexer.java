package vn.ocop.marketplace.indexer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SearchIndexer {

    public static void main(String[] args) {
        SpringApplication.run(SearchIndexer.class, args);
    }
}
