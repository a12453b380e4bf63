package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.assets.Icon;

/** A sector, group or set of the OCOP taxonomy with what is below it. */
public record Category(
        String code,
        String name,
        String slug,
        String level,
        @Nullable String parent,
        boolean ageRestricted,
        @Nullable List<Category> children) {

    public List<Category> below() {
        return children == null ? List.of() : children;
    }

    public String path() {
        return "/nhom/" + slug;
    }

    public Icon icon() {
        return switch (code) {
            case "g01" -> Icon.SALAD;
            case "g02" -> Icon.WHEAT;
            case "g03" -> Icon.SOUP;
            case "g04" -> Icon.COOKING_POT;
            case "g05" -> Icon.LEAF;
            case "g06" -> Icon.COFFEE;
            case "g07" -> Icon.WINE;
            case "g08" -> Icon.CUP_SODA;
            case "g09" -> Icon.PILL;
            case "g10" -> Icon.SPARKLES;
            case "g11" -> Icon.DROPLETS;
            case "g12" -> Icon.SHOPPING_BASKET;
            case "g13" -> Icon.SHIRT;
            case "g14" -> Icon.FLOWER_2;
            case "g15" -> Icon.TREES;
            case "g16" -> Icon.BIRD;
            case "g17" -> Icon.TENT_TREE;
            default -> Icon.PACKAGE;
        };
    }
}
