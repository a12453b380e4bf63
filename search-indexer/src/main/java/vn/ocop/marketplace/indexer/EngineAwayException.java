package vn.ocop.marketplace.indexer;

/** The search engine cannot be reached or cannot take more now; what was to be done is to be done later. */
class EngineAwayException extends RuntimeException {

    EngineAwayException(String message) {
        super(message);
    }

    EngineAwayException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
