package vn.ocop.marketplace.local.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The 34 provinces as an illustrator sees them: the lie of the land and one thing everybody knows. */
enum Province {
    HA_NOI("01", "ha-noi", Terrain.RIVERSIDE, "tháp Rùa bên Hồ Gươm", "the Turtle Tower"),
    CAO_BANG("04", "cao-bang", Terrain.KARST, "thác Bản Giốc", "Ban Gioc waterfall"),
    TUYEN_QUANG("08", "tuyen-quang", Terrain.TERRACES, "cột cờ Lũng Cú", "the Lung Cu flag tower"),
    DIEN_BIEN("11", "dien-bien", Terrain.HIGHLAND, "hoa ban", "white ban blossom"),
    LAI_CHAU("12", "lai-chau", Terrain.TERRACES, "nhà sàn bên ruộng bậc thang", "a stilt house by rice terraces"),
    SON_LA("14", "son-la", Terrain.TEA_HILLS, "cây mận trên đồi chè", "a plum tree on tea hills"),
    LAO_CAI("15", "lao-cai", Terrain.TERRACES, "đỉnh Phan Xi Păng", "Mount Fansipan"),
    THAI_NGUYEN("19", "thai-nguyen", Terrain.TEA_HILLS, "đồi chè", "tea hills"),
    LANG_SON("20", "lang-son", Terrain.KARST, "cổng ải giữa núi đá", "a frontier gate among rocks"),
    QUANG_NINH("22", "quang-ninh", Terrain.KARST_SEA, "thuyền buồm trên vịnh Hạ Long", "a junk on Ha Long bay"),
    BAC_NINH("24", "bac-ninh", Terrain.DELTA, "mái đình làng", "a village communal house"),
    PHU_THO("25", "phu-tho", Terrain.HIGHLAND, "rừng cọ đồi chè", "fan palms"),
    HAI_PHONG("31", "hai-phong", Terrain.COAST, "ngọn hải đăng", "a lighthouse"),
    HUNG_YEN("33", "hung-yen", Terrain.DELTA, "cây nhãn ven sông", "a longan tree by the river"),
    NINH_BINH("37", "ninh-binh", Terrain.KARST, "thuyền nan ở Tam Cốc", "a sampan at Tam Coc"),
    THANH_HOA("38", "thanh-hoa", Terrain.RIVERSIDE, "cổng thành nhà Hồ", "the Ho citadel gate"),
    NGHE_AN("40", "nghe-an", Terrain.DELTA, "mái tranh làng Sen", "the thatched house of Sen village"),
    HA_TINH("42", "ha-tinh", Terrain.RIVERSIDE, "núi Hồng Lĩnh", "Hong Linh mountain"),
    QUANG_TRI("44", "quang-tri", Terrain.RIVERSIDE, "cầu Hiền Lương", "Hien Luong bridge"),
    HUE("46", "hue", Terrain.RIVERSIDE, "cầu Trường Tiền", "Truong Tien bridge"),
    DA_NANG("48", "da-nang", Terrain.COAST, "cầu Rồng", "the Dragon bridge"),
    QUANG_NGAI("51", "quang-ngai", Terrain.COAST, "thuyền buồm ra Lý Sơn", "a sail bound for Ly Son"),
    GIA_LAI("52", "gia-lai", Terrain.HIGHLAND, "nhà rông", "a rong house"),
    KHANH_HOA("56", "khanh-hoa", Terrain.COAST, "tháp Bà Ponagar", "the Ponagar tower"),
    DAK_LAK("66", "dak-lak", Terrain.HIGHLAND, "voi trên cao nguyên", "an elephant on the plateau"),
    LAM_DONG("68", "lam-dong", Terrain.TEA_HILLS, "đồi thông", "pine hills"),
    DONG_NAI("75", "dong-nai", Terrain.HIGHLAND, "rừng cây và hồ", "tall forest trees"),
    HO_CHI_MINH("79", "ho-chi-minh", Terrain.RIVERSIDE, "chợ Bến Thành", "Ben Thanh market"),
    TAY_NINH("80", "tay-ninh", Terrain.DELTA, "núi Bà Đen", "Ba Den mountain"),
    DONG_THAP("82", "dong-thap", Terrain.DELTA, "đầm sen và sếu", "a lotus marsh with a crane"),
    VINH_LONG("86", "vinh-long", Terrain.DELTA, "hàng dừa", "coconut palms"),
    AN_GIANG("91", "an-giang", Terrain.DELTA, "cây thốt nốt", "sugar palms"),
    CAN_THO("92", "can-tho", Terrain.RIVERSIDE, "thuyền chợ nổi", "a floating market boat"),
    CA_MAU("96", "ca-mau", Terrain.MANGROVE, "rừng đước", "mangroves");

    /** The lie of the land. */
    enum Terrain {
        COAST,
        KARST,
        KARST_SEA,
        TERRACES,
        TEA_HILLS,
        HIGHLAND,
        DELTA,
        RIVERSIDE,
        MANGROVE
    }

    /** A lie of the land and what stands in it. */
    record Sight(Terrain terrain, Part motif, String vi, String en) {}

    private static final Sight SEA =
            new Sight(Terrain.COAST, Part.of("at-quang-ngai"), "thuyền buồm ven biển", "a sail by the coast");
    private static final Sight CAVES = new Sight(
            Terrain.KARST, Part.of("at-ninh-binh"), "thuyền nan giữa núi đá vôi", "a sampan among karst hills");
    private static final Sight HILLS =
            new Sight(Terrain.HIGHLAND, Part.of("at-lai-chau"), "nhà sàn trên đồi núi", "a stilt house in the hills");
    private static final Sight RONG = new Sight(Terrain.HIGHLAND, Part.of("at-gia-lai"), "nhà rông", "a rong house");
    private static final Sight TEA = new Sight(Terrain.TEA_HILLS, Part.of("at-thai-nguyen"), "đồi chè", "tea hills");

    private static final Map<String, Province> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Province::code, Function.identity()));

    private final String code;
    private final String slug;
    private final Terrain terrain;
    private final String sightVi;
    private final String sightEn;

    Province(String code, String slug, Terrain terrain, String sightVi, String sightEn) {
        this.code = code;
        this.slug = slug;
        this.terrain = terrain;
        this.sightVi = sightVi;
        this.sightEn = sightEn;
    }

    /** The province with the code; an unknown one borrows a riverside. */
    static Province of(String code) {
        return BY_CODE.getOrDefault(code, QUANG_TRI);
    }

    String code() {
        return code;
    }

    String slug() {
        return slug;
    }

    /** What the province is known by. */
    Sight sight() {
        return new Sight(terrain, Part.of("at-" + slug), sightVi, sightEn);
    }

    /**
     * A sight for one picture. Provinces that join a coast and highlands, or that have very many listings, show more
     * than one, and what comes from the sea stands by the sea.
     */
    Sight sightFor(PictureRequest request) {
        List<Sight> others = switch (this) {
            case QUANG_TRI -> List.of(HILLS, SEA, CAVES, sight());
            case QUANG_NGAI -> List.of(RONG, SEA);
            case GIA_LAI, DAK_LAK -> List.of(sight(), SEA);
            case LAM_DONG -> List.of(sight(), SEA, TEA);
            case AN_GIANG, NGHE_AN, THANH_HOA, HA_TINH -> List.of(sight(), SEA);
            default -> List.of(sight());
        };
        if (others.size() == 1) {
            return others.getFirst();
        }
        return switch (request.setNo()) {
            case 8, 9 -> others.contains(SEA) ? SEA : others.getFirst();
            case 11, 13, 26 -> others.getFirst();
            default -> new Chance("sight" + request.key() + request.view()).pick(others);
        };
    }
}
