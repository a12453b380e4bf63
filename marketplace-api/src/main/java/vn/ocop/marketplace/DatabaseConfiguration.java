package vn.ocop.marketplace;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** How every connection of the pool is set up. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * Connections live on the event loops of the web server, since with loops of their own every statement would wake
     * another thread and be woken by it.
     */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer sharedEventLoops(ReactorResourceFactory resources) {
        return options ->
                options.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, resources.getLoopResources());
    }

    /**
     * Each statement is planned once per connection. PostgreSQL otherwise guesses that a list parameter is longer than
     * the one or two lines of a usual cart, takes the plan for the real list to be cheaper each time, and spends more
     * on planning than on running it. A query whose best plan does depend on its parameters says {@code set local
     * plan_cache_mode = force_custom_plan} in its transaction.
     */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer planOnce() {
        return options -> options.option(
                PostgresqlConnectionFactoryProvider.OPTIONS, Map.of("plan_cache_mode", "force_generic_plan"));
    }
}
