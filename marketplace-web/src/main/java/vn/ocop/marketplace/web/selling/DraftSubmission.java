package vn.ocop.marketplace.web.selling;

/** Every draft of a shop on its way to the officers; what is unfinished stays a draft. */
public record DraftSubmission(String id, int total, int submitted, int unfinished, boolean finished) {

    public int done() {
        return submitted + unfinished;
    }
}
