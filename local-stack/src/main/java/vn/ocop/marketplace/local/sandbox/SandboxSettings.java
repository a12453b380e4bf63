package vn.ocop.marketplace.local.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How one sandbox runs.
 *
 * @param port 0 takes any free one
 * @param directory keeps its journal
 */
public record SandboxSettings(
        int port, Path directory, String apiKey, URI webhookUrl, String webhookSecret, Clock clock) {}
