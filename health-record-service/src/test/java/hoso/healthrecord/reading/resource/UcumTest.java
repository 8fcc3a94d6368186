package hoso.healthrecord.reading.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class UcumTest {

    @ParameterizedTest
    @CsvSource({
        "5.1, mmol/L, mmol/L, 5.1",
        "120, mm[Hg], mm[Hg], 120",
        "1500, g, kg, 1.5",
        "90, umol/L, mmol/L, 0.09",
        "13.1, g/dL, g/L, 131"
    })
    void aValueIsConvertedIntoAUnitOfItsKind(BigDecimal value, String from, String to, BigDecimal due) {
        assertThat(Ucum.convert(value, from, to))
                .hasValueSatisfying(found -> assertThat(found).isCloseTo(due, offset(new BigDecimal("0.000001"))));
    }

    @Test
    void whereThereIsNoWayNothingIsConverted() {
        assertThat(Ucum.convert(BigDecimal.ONE, "mmol/L", "mg/dL")).isEmpty();
        assertThat(Ucum.convert(BigDecimal.ONE, "kg", "cm")).isEmpty();
        assertThat(Ucum.convert(BigDecimal.ONE, "viên", "kg")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ea", "mEq", "drop", "mcg", "ml/hr", "", "viên", "KG"})
    void whatIsNoUnitOfUcumIsKnownAsNone(String code) {
        assertThat(Ucum.knows(code)).isFalse();
    }

    @Test
    void eachUnitOfTheTableIsOneOfUcum() throws Exception {
        var table = new Properties();
        try (var in = UcumTest.class.getResourceAsStream("/units.properties")) {
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(table.values())
                .hasSizeGreaterThan(40)
                .allSatisfy(code -> assertThat(Ucum.knows(code.toString()))
                        .as(code.toString())
                        .isTrue());
    }
}
