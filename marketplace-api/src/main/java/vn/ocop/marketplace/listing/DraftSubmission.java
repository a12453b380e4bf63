package vn.ocop.marketplace.listing;

import java.util.UUID;

/**
 * Every draft of a shop on its way to the officers.
 *
 * @param total how many drafts there were when it was asked for
 * @param unfinished those that still lack something and stay drafts
 */
public record DraftSubmission(UUID id, UUID shop, int total, int submitted, int unfinished, boolean finished) {}
