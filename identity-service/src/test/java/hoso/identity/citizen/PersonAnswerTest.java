package hoso.identity.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hoso.identity.citizen.PersonAnswer.Entry;
import hoso.identity.register.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PersonAnswerTest {

    @Test
    void theEntryOfTheRegisterStandsAmongTheMembersOfTheAnswer() {
        var json = JsonMapper.builder().findAndAddModules().build();
        var born = LocalDate.of(1985, 3, 17);
        var entry = new Entry(
                "003185000017", "NGUYỄN THỊ THỬ NGHIỆM", born, Sex.FEMALE, null, null, null, null, null, null, null);

        JsonNode told = json.valueToTree(new PersonAnswer(new UUID(1, 1), entry, 2, true));

        assertThat(told.fieldNames())
                .toIterable()
                .containsExactly(
                        "citizenId",
                        "personalNumber",
                        "fullName",
                        "birthDate",
                        "sex",
                        "nationality",
                        "ethnicity",
                        "birthplace",
                        "permanentAddress",
                        "fatherName",
                        "motherName",
                        "spouseName",
                        "accountLevel",
                        "digitalCitizen");
    }
}
