package vn.ocop.marketplace.platform;

import org.springframework.http.HttpStatus;

/**
 * A refusal that callers may rely on. The code ({@code module.kebab-case}) is stable forever; title and sentence come
 * from the message bundles under {@code <code>.title} and {@code <code>.detail}.
 */
public interface ProblemCode {

    String code();

    HttpStatus status();
}
