package vn.ocop.marketplace.local;

import java.util.ArrayList;
import java.util.List;
import vn.ocop.marketplace.local.demo.DemoPeople;

/** The last thing a start says: where everything is and who may sign in. */
record Welcome(StackSettings settings) {

    String text() {
        var ports = settings.ports();
        var rows = new ArrayList<String>();
        rows.add(Words.say("welcome.title"));
        rows.add("");
        rows.add(row("welcome.site", settings.siteUrl()));
        rows.add(row("welcome.floor", settings.siteUrl() + "/tinh/quang-tri"));
        rows.add(row("welcome.api", "http://localhost:" + ports.api() + "/docs"));
        rows.add(row("welcome.indexer", "http://localhost:" + ports.indexer() + "/actuator/health"));
        rows.add(row("welcome.postgres", new Database(ports.postgres(), StackSettings.DATABASE).jdbcUrl()));
        rows.add(row("welcome.elasticsearch", "http://localhost:" + ports.elasticsearch()));
        if (!StackSettings.usesRealStripe(settings.environment())) {
            rows.add(row("welcome.sandbox", "http://localhost:" + ports.sandbox() + "/_control"));
        }
        rows.add(row("welcome.messages", settings.messagesUrl()));
        if (!settings.usesRealIdentity()) {
            rows.add(row("welcome.identity", settings.siteUrl() + "/dang-nhap"));
        }
        rows.add(row("welcome.logs", settings.data().logs().toString()));
        rows.add("");
        rows.add(Words.say("welcome.sign-ins", DemoPeople.PASSWORD));
        DemoPeople.all()
                .forEach(person -> rows.add(
                        "  %s  %-18s %s".formatted(person.phone(), Words.say(person.roleKey()), person.name())));
        rows.add(Words.say("welcome.second-factor", DemoPeople.AUTHENTICATOR_SECRET));
        rows.add("");
        rows.add(Words.say("welcome.stop", Math.round(Progress.seconds())));
        return box(rows);
    }

    private static String row(String key, String value) {
        return "  %-18s %s".formatted(Words.say(key), value);
    }

    private static String box(List<String> rows) {
        var width = rows.stream().mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder("╭─").append("─".repeat(width)).append("─╮\n");
        for (var row : rows) {
            text.append("│ ")
                    .append(row)
                    .append(" ".repeat(width - row.length()))
                    .append(" │\n");
        }
        return text.append("╰─").append("─".repeat(width)).append("─╯").toString();
    }
}
