package vn.ocop.marketplace.platform.web;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * The one place where failures become HTTP answers. Only our own bugs become a 500, and that says nothing about itself.
 */
@RestControllerAdvice
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final List<Class<? extends Throwable>> BUSY = List.of(
            R2dbcTransientException.class,
            R2dbcNonTransientResourceException.class,
            TransientDataAccessException.class,
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            TimeoutException.class);

    private final ProblemResponses responses;

    ProblemHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException refusal, ServerWebExchange exchange) {
        return responses.entity(refusal, exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(WebExchangeBindException invalid, ServerWebExchange exchange) {
        var fields = invalid.getFieldErrors().stream()
                .map(ProblemHandler::fieldProblem)
                .toList();
        return responses.entity(new ProblemException(PlatformProblem.INVALID, fields), exchange);
    }

    private static FieldProblem fieldProblem(FieldError error) {
        return new FieldProblem(error.getField(), "field." + kebab(String.valueOf(error.getCode())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid, ServerWebExchange exchange) {
        var fields = invalid.getParameterValidationResults().stream()
                .map(result -> new FieldProblem(
                        String.valueOf(result.getMethodParameter().getParameterName()), "field.invalid"))
                .toList();
        return responses.entity(new ProblemException(PlatformProblem.INVALID, fields), exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ServerWebInputException unreadable, ServerWebExchange exchange) {
        return responses.entity(asProblem(unreadable), exchange);
    }

    private static ProblemException asProblem(ServerWebInputException unreadable) {
        if (hasCause(unreadable, DataBufferLimitException.class)) {
            return new ProblemException(PlatformProblem.TOO_LARGE);
        }
        if (unreadable instanceof MissingRequestValueException missing) {
            return missing.getName().equalsIgnoreCase("Idempotency-Key")
                    ? new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_MISSING)
                    : invalid(missing.getName(), "field.missing");
        }
        if (unreadable.getCause() instanceof DecodingException decoding
                && decoding.getCause() instanceof JacksonException wrongType
                && !wrongType.getPath().isEmpty()) {
            return invalid(path(wrongType), "field.wrong-type");
        }
        var parameter = unreadable.getMethodParameter();
        return parameter != null
                        && parameter.getParameterName() != null
                        && !(unreadable.getCause() instanceof DecodingException)
                ? invalid(String.valueOf(parameter.getParameterName()), "field.wrong-type")
                : new ProblemException(PlatformProblem.MALFORMED);
    }

    private static ProblemException invalid(String field, String code) {
        return new ProblemException(PlatformProblem.INVALID, List.of(new FieldProblem(field, code)));
    }

    private static String path(JacksonException wrongType) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : wrongType.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException refused, ServerWebExchange exchange) {
        var problem = switch (refused.getStatusCode().value()) {
            case 404 -> PlatformProblem.NOT_FOUND;
            case 405 -> PlatformProblem.METHOD_NOT_ALLOWED;
            case 406 -> PlatformProblem.NOT_ACCEPTABLE;
            case 413 -> PlatformProblem.TOO_LARGE;
            case 415 -> PlatformProblem.UNSUPPORTED_MEDIA_TYPE;
            case 400 -> PlatformProblem.MALFORMED;
            default -> PlatformProblem.INTERNAL;
        };
        return responses.entity(new ProblemException(problem), exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Throwable failure, ServerWebExchange exchange) {
        // First: a database whose connections were cut looks like a client that went away.
        if (isBusy(failure)) {
            LOG.warn("Busy: {} {}", exchange.getRequest().getPath(), failure.toString());
            return responses.entity(new ProblemException(PlatformProblem.BUSY), exchange);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("The client went away: {}", exchange.getRequest().getPath());
            return responses.entity(new ProblemException(PlatformProblem.INTERNAL), exchange);
        }
        LOG.error(
                "{} {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                failure);
        return responses.entity(new ProblemException(PlatformProblem.INTERNAL), exchange);
    }

    /** The database is away, overloaded or gave up on a conflict: trying again is right. */
    static boolean isBusy(Throwable failure) {
        return BUSY.stream().anyMatch(type -> hasCause(failure, type));
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String kebab(String constraint) {
        return constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
