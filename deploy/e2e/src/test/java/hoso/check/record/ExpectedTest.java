package hoso.check.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("e2e")
class ExpectedTest {

    @Test
    void membersThatAreNotAskedForMayBeThere() {
        assertThat(Expected.differences(json("{'a':1.50,'b':2}"), json("{'a':1.5}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'a':[{'b':1}]}         | {'a':[{'b':2}]}   | .a[0].b is 1, not 2
                    {'a':[1,2]}             | {'a':[1]}         | .a has 2 items, not 1
                    {'a':'x'}               | {'a':null}        | .a is "x", and there must be none
                    {}                      | {'a':'x'}         | .a is , not "x"
                    """)
    void eachDifferenceIsToldWithItsPlace(String answer, String expected, String told) {
        assertThat(Expected.differences(json(answer), json(expected))).contains(told);
    }

    private static JsonNode json(String text) {
        return Data.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
