package vn.ocop.marketplace.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.OutboxHandler;

/** Hands a notice to the gateway of the person's phone, or of their mail when they gave no phone. */
@Component
class SendNotice implements OutboxHandler<Notices.Notice> {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotice.class);

    private final People people;
    private final MessageGateway gateway;
    private final MessageSource messages;

    SendNotice(People people, MessageGateway gateway, MessageSource messages) {
        this.people = people;
        this.gateway = gateway;
        this.messages = messages;
    }

    @Override
    public String type() {
        return Notices.TYPE;
    }

    @Override
    public Class<Notices.Notice> payloadType() {
        return Notices.Notice.class;
    }

    @Override
    public Mono<Void> handle(UUID person, Notices.Notice notice) {
        return people.find(person)
                .mapNotNull(found -> message(found, notice))
                .flatMap(message -> gateway.send(message).onErrorResume(MessageRefused.class, refused -> {
                    LOG.warn("Notice {} to {} was refused: {}", notice.text(), person, refused.getMessage());
                    return Mono.empty();
                }))
                .then();
    }

    private MessageGateway.@Nullable Message message(Person person, Notices.Notice notice) {
        var to = person.phone() == null ? person.email() : person.phone();
        if (to == null) {
            return null;
        }
        // People have no language of their own yet; the marketplace's is Vietnamese.
        var locale = Language.VI.locale();
        var arguments = notice.arguments().toArray();
        return new MessageGateway.Message(
                person.phone() == null ? MessageGateway.Channel.EMAIL : MessageGateway.Channel.SMS,
                to,
                messages.getMessage("notice.subject", new Object[0], locale),
                messages.getMessage(notice.text(), arguments, locale),
                "");
    }
}
