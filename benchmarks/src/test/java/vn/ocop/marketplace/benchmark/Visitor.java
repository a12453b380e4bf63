package vn.ocop.marketplace.benchmark;

import org.jspecify.annotations.Nullable;

/** What one connection does: asks, looks at the answer, asks again. Only ever called by one thread. */
interface Visitor {

    /** The next request; null when there is nothing more to ask. */
    @Nullable Ask next();

    /** Throws when the answer is wrong. */
    void answered(Ask ask, Answer answer);

    /**
     * One request, ready to be sent, under the name it is counted by.
     *
     * @param goesOn whether its time counts from where the one before it began
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Ask(String name, byte[] bytes, byte[] marker, boolean goesOn) {

        Ask(String name, byte[] bytes, byte[] marker) {
            this(name, bytes, marker, false);
        }

        Ask goingOn() {
            return new Ask(name, bytes, marker, true);
        }

        /** Refuses an answer that is not what this request should get. */
        void check(Answer answer, int expectedStatus) {
            if (answer.status() != expectedStatus || !answer.contains(marker)) {
                throw new WrongAnswerException(this, answer);
            }
        }
    }
}
