package vn.ocop.marketplace.account;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.SecretBox;

/** Hands a code to the gateway once its request is committed; tries again while the code is still good. */
@Component
class SendCode implements OutboxHandler<OneTimeCodes.Sending> {

    private static final Logger LOG = LoggerFactory.getLogger(SendCode.class);

    private final CodeRepository codes;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final SecretBox secrets;
    private final Clock clock;

    SendCode(CodeRepository codes, MessageGateway gateway, MessageSource messages, SecretBox secrets, Clock clock) {
        this.codes = codes;
        this.gateway = gateway;
        this.messages = messages;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String type() {
        return OneTimeCodes.SEND;
    }

    @Override
    public Class<OneTimeCodes.Sending> payloadType() {
        return OneTimeCodes.Sending.class;
    }

    @Override
    public Mono<Void> handle(UUID id, OneTimeCodes.Sending sending) {
        return codes.toSend(id, clock.instant())
                .flatMap(code -> gateway.send(message(code, sending))
                        .then(Mono.defer(() -> codes.markSent(id, clock.instant())))
                        .onErrorResume(MessageRefused.class, refused -> giveUp(id, refused)))
                .then();
    }

    /** What the gateway will never take is not tried again; the reader is told to ask for another code. */
    private Mono<Boolean> giveUp(UUID id, MessageRefused refused) {
        LOG.warn("Code {} was refused by the gateway: {}", id, refused.getMessage());
        return codes.markFailed(id, clock.instant());
    }

    private MessageGateway.Message message(CodeRepository.ToSend code, OneTimeCodes.Sending sending) {
        var digits = secrets.open(sending.sealedCode());
        var locale = sending.language().locale();
        var text = messages.getMessage(
                code.purpose().message(), new Object[] {digits, OneTimeCodes.LIFE.toMinutes()}, locale);
        var subject = messages.getMessage("code.subject", new Object[0], locale);
        return new MessageGateway.Message(
                code.isMail() ? MessageGateway.Channel.EMAIL : MessageGateway.Channel.SMS,
                code.destination(),
                subject,
                text,
                digits);
    }
}
