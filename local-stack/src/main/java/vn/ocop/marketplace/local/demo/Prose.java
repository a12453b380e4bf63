package vn.ocop.marketplace.local.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences about a maker and its goods, put together from what is known of them. */
final class Prose {

    private Prose() {}

    static String storyVi(Maker maker, List<Specialty> goods, Dice dice) {
        var names = goods.stream().map(Specialty::titleVi).collect(Collectors.joining(", "));
        var who = switch (maker.legalKind()) {
            case "COOPERATIVE" -> "%s gồm những nhà làm nghề ở %s.";
            case "HOUSEHOLD" -> "%s là một gia đình làm nghề ở %s.";
            default -> "%s làm hàng và đóng gói ngay tại %s.";
        };
        var how = dice.pick(List.of(
                "Nguyên liệu lấy từ bà con trong vùng, làm theo mẻ nhỏ để giữ vị.",
                "Hàng làm đến đâu bán đến đó, nên món nào đến tay bạn cũng còn mới.",
                "Cách làm truyền lại từ đời trước, nay thêm bao bì và kiểm nghiệm cho yên tâm.",
                "Mỗi mẻ đều ghi ngày làm và nơi lấy nguyên liệu, bạn cần thì cứ hỏi."));
        return (who + " Gian hàng có %s. %s")
                .formatted(maker.name(), maker.place().full(), names, how);
    }

    static String storyEn(Maker maker, List<Specialty> goods) {
        var names = goods.stream().map(Specialty::titleEn).collect(Collectors.joining(", "));
        var who = switch (maker.legalKind()) {
            case "COOPERATIVE" -> "A cooperative of growers and makers";
            case "HOUSEHOLD" -> "A family business";
            default -> "A small local company";
        };
        return "%s in %s. The shop sells %s.".formatted(who, maker.place().english(), names);
    }

    static String descriptionEn(Specialty specialty) {
        return "%s from %s, made and sold by %s. %s."
                .formatted(
                        specialty.titleEn(),
                        specialty.place().english(),
                        specialty.maker().name(),
                        specialty.size().nameEn());
    }

    static String street(Maker maker, Dice dice) {
        var number = dice.between(1, 9);
        return "phường".equals(maker.place().kind().toLowerCase(Locale.ROOT)) ? "Khu phố " + number : "Thôn " + number;
    }
}
