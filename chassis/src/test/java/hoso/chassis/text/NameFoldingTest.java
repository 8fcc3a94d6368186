package hoso.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class NameFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "NGUYỄN THỊ THỬ NGHIỆM, nguyen thi thu nghiem",
        "Đỗ  Đình   Đức, do dinh duc",
        "Lê Thị Mẫu, le thi mau",
        "ươ ƯƠ ẵ ỹ, uo uo a y"
    })
    void namesThatReadTheSameHaveOneKey(String name, String key) {
        assertThat(NameFolding.key(name)).isEqualTo(key);
        assertThat(NameFolding.key(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(key);
    }

    @Test
    void banksAndLabelsGetPlainCapitals() {
        assertThat(NameFolding.ascii("Hồ sơ số 1 – Đà Nẵng")).isEqualTo("HO SO SO 1 DA NANG");
    }

    @Test
    void textIsKeptComposedWithSingleSpaces() {
        var decomposed = Normalizer.normalize(" Trần\u00a0 Văn  Thử ", Normalizer.Form.NFD);

        assertThat(NameFolding.tidy(decomposed)).isEqualTo("Trần Văn Thử");
    }
}
