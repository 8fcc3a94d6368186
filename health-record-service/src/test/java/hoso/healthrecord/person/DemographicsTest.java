package hoso.healthrecord.person;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.BirthDate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class DemographicsTest {
    private static final BirthDate BORN = new BirthDate(1985, 3, 17);

    @Test
    void theSameNameInOtherSpellingsAgrees() {
        var vouched = of("NGUYỄN THỊ THỬ NGHIỆM", BORN);

        assertThat(of("Nguyễn  Thị Thử Nghiệm ", BORN).agreesWith(vouched)).isTrue();
        assertThat(of("NGUYEN THI THU NGHIEM", BORN).agreesWith(vouched)).isTrue();
        assertThat(of(Normalizer.normalize("nguyễn thị thử nghiệm", Normalizer.Form.NFD), BORN)
                        .agreesWith(vouched))
                .isTrue();
    }

    @Test
    void anotherNameOrDateDisagrees() {
        var vouched = of("NGUYỄN THỊ THỬ NGHIỆM", BORN);

        assertThat(of("NGUYỄN THỊ THỬ", BORN).agreesWith(vouched)).isFalse();
        assertThat(of("NGUYỄN THỊ THỬ NGHIỆM", new BirthDate(1985, 3, 18)).agreesWith(vouched))
                .isFalse();
        assertThat(of("NGUYỄN THỊ THỬ NGHIỆM", new BirthDate(1986, 0, 0)).agreesWith(vouched))
                .isFalse();
    }

    @Test
    void aLessExactDateAgreesAsFarAsItGoes() {
        var vouched = of("NGUYỄN THỊ THỬ NGHIỆM", BORN);

        assertThat(of("NGUYỄN THỊ THỬ NGHIỆM", new BirthDate(1985, 0, 0)).agreesWith(vouched))
                .isTrue();
        assertThat(of("NGUYỄN THỊ THỬ NGHIỆM", new BirthDate(1985, 3, 0)).agreesWith(vouched))
                .isTrue();
        assertThat(of("NGUYỄN THỊ THỬ NGHIỆM", new BirthDate(1985, 4, 0)).agreesWith(vouched))
                .isFalse();
    }

    private static Demographics of(String name, BirthDate born) {
        return Demographics.of(name, born, DemographicsTest::blindIndex);
    }

    private static byte[] blindIndex(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
