package vn.ocop.marketplace.web.province;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/** The queues of a province's desk whose views can be saved, by their names at the API. */
public enum QueueDesk {
    LISTINGS("province-listings", "/ban-tinh"),
    SHOPS("province-shops", "/ban-tinh/gian-hang"),
    CERTIFICATES("province-certificates", "/ban-tinh/chung-nhan");

    private final String desk;
    private final String path;

    QueueDesk(String desk, String path) {
        this.desk = desk;
        this.path = path;
    }

    public String desk() {
        return desk;
    }

    public String path() {
        return path;
    }

    static QueueDesk of(String desk) {
        return Stream.of(values())
                .filter(queue -> queue.desk.equals(desk))
                .findFirst()
                .orElse(LISTINGS);
    }

    /** What is filtered, without what names the place and the page; an empty filter is left out. */
    public static String query(String list, String text) {
        var filter = new LinkedHashMap<String, String>();
        filter.put("loai", list);
        filter.put("q", text);
        return filter.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .map(QueueDesk::pair)
                .collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, String> one) {
        return one.getKey() + '=' + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8);
    }

    public String link(String province, String query) {
        return path + "?tinh=" + province + (query.isEmpty() ? "" : "&" + query);
    }
}
