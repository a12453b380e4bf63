package vn.ocop.marketplace.benchmark;

import java.nio.charset.StandardCharsets;

/** An answer that would make its measurement worthless. */
final class WrongAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongAnswerException(Visitor.Ask ask, Answer answer) {
        super("Wrong answer " + answer.status() + ": " + shortened(answer.text()) + "\nto " + shortened(text(ask)));
    }

    private static String text(Visitor.Ask ask) {
        return new String(ask.bytes(), StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }
}
