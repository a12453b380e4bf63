package vn.ocop.marketplace.local.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters in Stripe's form encoding: {@code line_items[0][price_data][currency]=vnd}. */
record Form(Map<String, String> fields) {

    static Form parse(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                fields.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> StripeError.missing(name));
    }

    Optional<Long> number(String name) {
        return text(name).map(value -> {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw StripeError.invalid(name, "Invalid integer: " + value);
            }
        });
    }

    /** What stands under {@code name[…]}, by the text between the brackets. */
    Map<String, String> children(String name) {
        var children = new LinkedHashMap<String, String>();
        fields.forEach((field, value) -> {
            if (field.startsWith(name + "[") && field.endsWith("]")) {
                var key = field.substring(name.length() + 1, field.length() - 1);
                if (key.indexOf('[') < 0) {
                    children.put(key, value);
                }
            }
        });
        return children;
    }

    /** The list under {@code name[0][…]}, {@code name[1][…]} and so on. */
    List<Form> items(String name) {
        var items = new ArrayList<Form>();
        for (int index = 0; ; index++) {
            var prefix = name + "[" + index + "][";
            var item = new LinkedHashMap<String, String>();
            fields.forEach((field, value) -> {
                if (field.startsWith(prefix)) {
                    item.put(field.substring(prefix.length()).replaceFirst("]", ""), value);
                }
            });
            if (item.isEmpty()) {
                return items;
            }
            items.add(new Form(item));
        }
    }
}
