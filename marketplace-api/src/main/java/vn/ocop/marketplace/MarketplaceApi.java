package vn.ocop.marketplace;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MarketplaceApi {

    public static void main(String[] args) {
        SpringApplication.run(MarketplaceApi.class, args);
    }
}
