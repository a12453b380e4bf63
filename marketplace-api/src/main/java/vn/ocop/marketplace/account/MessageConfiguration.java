package vn.ocop.marketplace.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how codes reach people. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class MessageConfiguration {

    @Bean
    MessageGateway messageGateway(MessageSettings settings) {
        return settings.log() ? new LogMessageGateway() : new HttpMessageGateway(settings);
    }
}
