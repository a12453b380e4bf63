package vn.ocop.marketplace.indexer;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.ocop.marketplace.indexer.DriftLog.DriftReport;
import vn.ocop.marketplace.indexer.Refusals.Refused;

/** The state as a page for whoever runs the marketplace; it refreshes itself. */
@Component
class StatusPage {

    static final Locale VIETNAMESE = Locale.of("vi");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    String of(IndexerState state, Locale language) {
        return new Page(ResourceBundle.getBundle("status", language), language).of(state);
    }

    private record Page(ResourceBundle words, Locale language) {

        String of(IndexerState state) {
            return """
                    <!doctype html>
                    <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                    <meta http-equiv="refresh" content="5"><title>%s</title>
                    <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
                    th{text-align:left;font-weight:400;padding-right:2rem}td,th{vertical-align:top}</style></head>
                    <body><h1>%s</h1><table>%s</table><h2>%s</h2>%s</body></html>
                    """.formatted(language, say("title"), say("title"), rows(state), say("refusals"), refusals(state));
        }

        private String rows(IndexerState state) {
            return row("engine", say("engine." + state.engine()))
                    + row("lag", say("lag.value", number(state.lagRows()), number(state.lagSeconds())))
                    + row("speed", say("speed.value", number(state.documentsPerSecond()), state.bulkSize()))
                    + row(
                            "failures",
                            say("failures.value", state.setAside(), state.refusedSoFar(), state.interruptionsSoFar()))
                    + row("rebuild", rebuild(state.rebuild()))
                    + row("drift", drift(state.drift()));
        }

        private String rebuild(@Nullable RebuildProgress rebuild) {
            if (rebuild == null) {
                return say("never");
            }
            return say(
                    "rebuild." + rebuild.state(),
                    rebuild.indexName(),
                    number(rebuild.written()),
                    rebuild.finishedSlices(),
                    rebuild.slices(),
                    time(rebuild.finishedAt() == null ? rebuild.startedAt() : rebuild.finishedAt()));
        }

        private String drift(@Nullable DriftReport drift) {
            if (drift == null || drift.finishedAt() == null) {
                return say("never");
            }
            return say(
                    "drift.value",
                    time(drift.finishedAt()),
                    number(drift.listings()),
                    drift.slices(),
                    drift.differing(),
                    drift.mended());
        }

        private String refusals(IndexerState state) {
            if (state.refusals().isEmpty()) {
                return "<p>" + say("none") + "</p>";
            }
            return state.refusals().stream().map(this::refusal).collect(Collectors.joining("", "<ul>", "</ul>"));
        }

        private String refusal(Refused refused) {
            return "<li>"
                    + say("refusal", refused.listing().toString(), refused.attempts(), time(refused.retryAt()))
                    + "<br><code>" + escaped(refused.reason()) + "</code></li>";
        }

        private String row(String name, String value) {
            return "<tr><th scope=\"row\">" + say(name) + "</th><td>" + value + "</td></tr>";
        }

        private String say(String key, Object... values) {
            return words.containsKey(key)
                    ? escaped(new MessageFormat(words.getString(key), language).format(values))
                    : escaped(key);
        }

        private String number(double value) {
            var format = NumberFormat.getInstance(language);
            format.setMaximumFractionDigits(value < 10 ? 1 : 0);
            return format.format(value);
        }

        /** The page is in UTF-8: only what is markup needs escaping. */
        private static String escaped(String text) {
            return HtmlUtils.htmlEscape(text, "UTF-8");
        }

        private static String time(Instant moment) {
            return TIME.format(moment);
        }
    }
}
