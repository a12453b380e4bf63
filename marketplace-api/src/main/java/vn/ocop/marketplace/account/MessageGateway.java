package vn.ocop.marketplace.account;

import reactor.core.publisher.Mono;

/** Whoever brings a code to a person: an SMS or Zalo gateway, a mail service, the log of a developer's machine. */
interface MessageGateway {

    /** How a person is reached. */
    enum Channel {
        SMS,
        EMAIL
    }

    /**
     * One message.
     *
     * @param to a number in international form or an e-mail address
     * @param code alone, for gateways that only take parameters of a registered template
     */
    record Message(Channel channel, String to, String subject, String text, String code) {

        @Override
        public String toString() {
            return "Message[" + channel + "]";
        }
    }

    /** Completes when the message was taken; {@link MessageRefused} when it never will be. */
    Mono<Void> send(Message message);
}
