package hoso.judicialcert.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.register.entry.JudgmentJson.Reading;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a court sends comes to stand on a certificate, so it is taken only if it can be printed.
@Tag("core")
class JudgmentJsonTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aHyphenOfAWordProcessorIsTakenAsAHyphen() throws IOException {
        var reading = read("45/2025/HS\u2011ST", "Trộm cắp tài sản");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.judgment().number()).isEqualTo("45/2025/HS-ST"));
    }

    @Test
    void whatNoCertificateCanShowIsRefusedWithItsPlaceAndItsName() throws IOException {
        var reading = read("45/2025/HS-ST", "Trộm \u4e2d tài sản");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .containsExactly(FieldError.of(
                                        "/offence", "not-printable", Map.of("character", "U+4E2D \"\u4e2d\""))));
    }

    private static Reading read(String number, String offence) throws IOException {
        var sent = JSON.readValue("""
                {"number":"%s","sentencedOn":"2025-06-10","court":"Tòa án nhân dân Thành phố Hà Nội",
                 "person":{"personalNumber":"003304001018","fullName":"ĐOÀN THỊ YẾN NHI","birthDate":"2004-07-15"},
                 "offence":"%s","articles":"Điều 173 khoản 1","penalty":"12 tháng tù",
                 "sentence":{"offences":[{"committedOn":"2025-01-02","gravity":"LESS_SERIOUS","intent":"INTENTIONAL","chapter":"XVI"}],
                             "mainPenalty":{"kind":"PRISON","months":12}}}
                """.formatted(number, offence), JudgmentJson.Sent.class);
        return JudgmentJson.read(sent, new UUID(1, 1), LocalDate.of(2026, 11, 30));
    }
}
