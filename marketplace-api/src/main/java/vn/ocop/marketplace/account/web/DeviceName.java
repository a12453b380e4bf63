package vn.ocop.marketplace.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, as short as its owner would say it: {@code Chrome · Android}. */
final class DeviceName {

    private record Mark(String sign, String name) {}

    /** The first sign that is found names it; most browsers also carry the signs of others. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("coc_coc", "Cốc Cốc"),
            new Mark("Zalo", "Zalo"),
            new Mark("FBAN", "Facebook"),
            new Mark("Edg", "Edge"),
            new Mark("OPR", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox", "Firefox"),
            new Mark("CriOS", "Chrome"),
            new Mark("Chrome", "Chrome"),
            new Mark("Safari", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS", "macOS"),
            new Mark("Linux", "Linux"));

    private DeviceName() {}

    static @Nullable String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return null;
        }
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        if (browser == null) {
            return system;
        }
        return system == null ? browser : browser + " · " + system;
    }

    private static @Nullable String first(List<Mark> marks, String agent) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.sign()))
                .map(Mark::name)
                .findFirst()
                .orElse(null);
    }
}
