package vn.ocop.marketplace.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Writes codes to the log of a developer's machine, without whom they are for. */
class LogMessageGateway implements MessageGateway {

    private static final Logger LOG = LoggerFactory.getLogger(LogMessageGateway.class);

    @Override
    public Mono<Void> send(Message message) {
        return Mono.fromRunnable(() -> LOG.info(
                "Message by {}: {}", message.channel(), message.code().isEmpty() ? message.text() : message.code()));
    }
}
