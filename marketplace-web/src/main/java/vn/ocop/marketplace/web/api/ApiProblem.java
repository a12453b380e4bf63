package vn.ocop.marketplace.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal of the API (RFC 9457), in the reader's language. */
public class ApiProblem extends RuntimeException {

    private final int status;
    private final Body body;

    public ApiProblem(int status, Body body) {
        super(status + " " + body.code());
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** {@code module.kebab-case}, or empty when the answer carried none. */
    public String code() {
        return body.code() == null ? "" : body.code();
    }

    /** The sentence to show, when the API gave one. */
    public @Nullable String detail() {
        return body.detail() == null ? body.title() : body.detail();
    }

    public List<FieldError> errors() {
        return body.errors() == null ? List.of() : body.errors();
    }

    /**
     * Whether an answer refuses what was asked, and why is to be told where it was asked; a lost session is not that.
     */
    public static boolean refuses(Throwable error) {
        return error instanceof ApiProblem problem && problem.status != 401 && problem.status < 500;
    }

    /** One sentence: what is wrong with the first refused field, or else with the whole. */
    public String sentence() {
        return sentences().getFirst();
    }

    /** What is wrong with each refused field, or else with the whole; never empty. */
    public List<String> sentences() {
        return errors().isEmpty()
                ? List.of(String.valueOf(detail()))
                : errors().stream().map(FieldError::message).distinct().toList();
    }

    /** What is wrong with one field, or null when nothing is. */
    public @Nullable String errorOf(String field) {
        return errors().stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** The problem document. */
    public record Body(
            @Nullable String title,
            @Nullable String detail,
            @Nullable String code,
            @Nullable List<FieldError> errors) {

        static final Body EMPTY = new Body(null, null, null, null);
    }

    /** One refused field with its sentence. */
    public record FieldError(String field, @Nullable String code, String message) {}
}
