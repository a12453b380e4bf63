package vn.ocop.marketplace.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MarketplaceWeb {

    public static void main(String[] args) {
        SpringApplication.run(MarketplaceWeb.class, args);
    }
}
