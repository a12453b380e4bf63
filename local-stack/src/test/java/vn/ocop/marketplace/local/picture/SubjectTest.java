package vn.ocop.marketplace.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    13 | Cà phê Khe Sanh rang xay | Gói 500 g | bag-coffee | coffee-bean
                    13 | Bột ca cao Nam Trường Sơn 3 trong 1 | Hộp 250 g | box-tall | cocoa
                    12 | Trà vỏ cà phê Cascara Khe Sanh | Hộp 100 g | box-tall | coffee-cherry
                    3 | Gạo ST25 Hải Lăng | Túi 5 kg | bag-rice | rice-grain
                    9 | Nước mắm Mỹ Thủy | Chai 500 ml | bottle-sauce | anchovy
                    9 | Nước mắm chay Tuấn Linh | Chai 500 ml | bottle-sauce | bean
                    9 | Mắm ruốc Cửa Việt | Hũ 500 g | jar-cloth | krill
                    9 | Tương ớt Bố Trạch | Chai 250 ml | bottle-sauce | chilli
                    9 | Tương Bần | Chai 500 ml | jar-clay | bean
                    9 | Dầu ném Triệu Phong | Chai 250 ml | bottle-square | shallot
                    7 | Dầu lạc Trường Thủy | Chai 1 lít | bottle-square | peanut
                    7 | Bơ đậu phộng Super Green | Hũ 300 g | jar-glass | peanut
                    1 | Bơ sáp Hướng Hóa | Thùng 3 kg | crate | avocado
                    4 | Mật ong rừng Hướng Hóa | Chai 500 ml | bottle-honey | honeycomb
                    4 | Đường thốt nốt An Giang | Gói 500 g | | sugar
                    10 | Tiêu sọ Cùa | Hũ 100 g | | pepper
                    10 | Muối tôm Tây Ninh | Hũ 100 g | jar-glass | salt
                    8 | Mực khô Cửa Việt | Gói 500 g | vacuum | squid
                    8 | Chả mực Hạ Long | Túi 500 g | vacuum | fish-cake
                    8 | Tôm khô Cửa Việt | Gói 250 g | pouch-window | shrimp
                    8 | Nem Lai Vung | Chục 10 chiếc | nem-bunch | nem
                    8 | Bò khô Thu Ba | Hũ 300 g | jar-glass | jerky
                    1 | Ném Hải Dương | Túi lưới 500 g | net-bag | shallot
                    7 | Ném ngâm giấm Hải Lăng | Hũ 300 g | jar-glass | shallot
                    1 | Bưởi đường lá cam Tân Triều | Thùng 5 quả (6 kg) | crate | pomelo
                    7 | Rong nho tách nước Ninh Hòa | Hộp 200 g | box-tall | sea-grapes
                    1 | Cam K4 Hải Phú | Thùng 5 kg | crate | orange
                    12 | Trà túi lọc cà gai leo Cam Lộ | Hộp 25 túi (75 g) | | herb
                    5 | Chè lam Phủ Quảng | Hộp 400 g | | cake-square
                    11 | Trà lài Cầu Đất | Hộp 100 g | | jasmine
                    18 | Tinh bột nghệ Hùng Dung | Hũ 200 g | jar-tub | ginger
                    18 | Cao chè vằng Mai Thị Thủy | Hộp 250 g | jar-tub | herb
                    20 | Tinh dầu sả Hướng Hóa | Chai 50 ml | bottle-drop | lemongrass
                    19 | Dầu gội bồ kết chè vằng | Chai 300 ml | bottle-pump | locust-pod
                    14 | Rượu men lá Ba Nang | Chai 500 ml | | herb
                    15 | Rượu cần Hướng Hóa | Ché 3 lít | wine-jar | rice-ear
                    16 | Nước tinh khiết giếng cổ Gio An | Thùng 24 chai 500 ml | water-case | water-drop
                    6 | Bánh tráng Phương Lang | Xấp 500 g | stack-paper | cracker
                    6 | Miến dong Bình Liêu | Gói 500 g | bundle-noodle | noodle-nest
                    5 | Bánh tét mặt trăng Đại An Khê | Cặp 2 đòn (1 kg) | rolls | banh-tet
                    21 | Nón lá Thổ Ngọa | Chiếc | hat | leaf
                    21 | Đèn mây tre Bao La | Bộ 2 chiếc | lamp |
                    22 | Khăn thổ cẩm Tà Rụt | Chiếc | brocade |
                    24 | Mai vàng bonsai Triệu Phong | Chậu cao 50 cm | bonsai |
                    26 | Làng du lịch Tân Hóa | Gói 1 khách 2 ngày 1 đêm | homestay |
                    13 | Ca phe Khe Sanh | Goi 500 g | bag-coffee | coffee-bean
                    """)
    void findsTheShapeAndTheGoodOfATitle(int set, String title, String unit, String shape, String good) {
        Subject subject = Subject.of(request(set, title, unit));

        if (shape != null) {
            assertThat(subject.shape()).isEqualTo(shape);
        }
        assertThat(subject.good() == null ? null : subject.good().part().id()).isEqualTo(good);
        assertThat(subject.wordsVi()).isNotBlank();
        assertThat(subject.wordsEn()).isNotBlank();
    }

    @Test
    void everySetHasAPictureForATitleNobodyKnows() {
        IntStream.rangeClosed(1, 26).forEach(set -> {
            Subject subject = Subject.of(request(set, "Xyz", "Suất"));
            assertThat(subject.wordsVi()).as("set %d", set).isNotBlank();
            assertThat(Scene.draw(request(set, "Xyz", "Suất"))).startsWith("<svg");
        });
    }

    @Test
    void everyPartOfTheSheetsHasTheMeasuresItsSheetNeeds() {
        Set<String> unmeasured = new HashSet<>();
        for (String name : Part.names()) {
            Part part = Part.of(name);
            switch (Objects.requireNonNull(part.data().get("sheet"))) {
                case "packs", "crafts", "goods" -> {
                    if (part.numbers("size") == null) {
                        unmeasured.add(name);
                    }
                }
                default -> {
                    // Motifs and served food have one agreed size.
                }
            }
        }
        assertThat(unmeasured).isEmpty();
    }

    private static PictureRequest request(int set, String title, String unit) {
        return new PictureRequest("k-" + title, set, title, "Quảng Trị", "44", unit, 0);
    }
}
