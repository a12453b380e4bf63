package vn.ocop.marketplace.local.demo;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How long things of a product set keep and how they are stored; completes a listing's attributes. */
final class Care {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Integer, Csv.Row> bySet = new HashMap<>();

    Care() {
        for (var row : Csv.read("care.csv")) {
            bySet.put(row.number("set_no"), row);
        }
    }

    String attributes(Specialty specialty) {
        var attributes = JSON.createObjectNode();
        put(attributes, "netWeight", specialty.size().nameVi(), specialty.size().nameEn());
        put(attributes, "origin", specialty.place().full(), specialty.place().english());
        put(attributes, "ingredients", specialty.ingredientsVi(), specialty.ingredientsEn());
        var care = bySet.get(specialty.setNo());
        if (care != null) {
            put(attributes, "shelfLife", care.text("shelf_life_vi"), care.text("shelf_life_en"));
            put(attributes, "storage", care.text("storage_vi"), care.text("storage_en"));
        }
        return attributes.toString();
    }

    private static void put(ObjectNode attributes, String code, String vi, String en) {
        if (!vi.isEmpty()) {
            attributes.putObject(code).put("vi", vi).put("en", en);
        }
    }
}
