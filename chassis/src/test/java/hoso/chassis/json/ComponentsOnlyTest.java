package hoso.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ComponentsOnlyTest {

    public record Person(String country, boolean adult) {
        public boolean isForeigner() {
            return !country.equals("VN");
        }
    }

    @Test
    void whatARecordAnswersAboutItselfIsNoMemberOfItsJson() throws JsonProcessingException {
        var mapper = new ObjectMapper();
        new ComponentsOnly().customize(mapper);

        var written = mapper.writeValueAsString(new Person("VN", true));

        assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree("{\"country\":\"VN\",\"adult\":true}"));
        assertThat(mapper.readValue(written, Person.class)).isEqualTo(new Person("VN", true));
    }
}
