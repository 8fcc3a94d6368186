package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class TextsTest {

    @Test
    void noProblemSpeaksOfTheProtocolOfACodeOrOfAWordOfOurs() {
        var texts = Texts.problems();

        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(texts.entrySet().stream()
                        .flatMap(text -> Texts.complaintsOfProblem(text.getKey(), text.getValue()).stream()))
                .isEmpty();
    }

    @Test
    void noPageMailOrLetterSpeaksOfTheProtocolOfACodeOrOfAWordOfOurs() {
        var texts = Texts.others();

        assertThat(texts).hasSizeGreaterThan(800);
        assertThat(texts.entrySet().stream().flatMap(text -> Texts.complaints(text.getKey(), text.getValue()).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyActThatAFeeStandsInHasWordsOnThePage(String language) {
        var acts = Texts.acts(Tree.at("judicial-cert-service/src/main/resources/law/fees.csv"));

        assertThat(acts).isNotEmpty();
        assertThat(Texts.without(acts, Json.read(Tree.at("gateway/web/text/" + language + ".json"))))
                .isEmpty();
        assertThat(Texts.without(Set.of("TT99-2030"), Json.read(Tree.at("gateway/web/text/" + language + ".json"))))
                .containsExactly("TT99-2030");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hãy gửi lại với cùng Idempotency-Key.          | Idempotency",
                "Send its ETag in If-Match.                     | ETag",
                "Máy của bạn chỉ gửi mã băm của tệp.            | mã băm",
                "Your device sends a digest of it.              | digest",
                "Mã truy cập của bạn không cho phép.            | Mã truy cập",
                "Hồ sơ đang ở trạng thái WAIVER_REVIEW.         | WAIVER_REVIEW",
                "Căn cứ: TT16-2025/standard                     | TT16-2025/standard",
                "Cần sửa các điểm nêu trong \"errors\".         | \"errors\"",
                "Vé tải không còn hiệu lực                      | Vé tải"
            })
    void aTextThatSpeaksSoIsSeen(String text, String word) {
        assertThat(Texts.complaints("x", text)).contains("x speaks of " + word);
    }

    @Test
    void aCodeThatIsFilledInIsSeen() {
        assertThat(Texts.complaintsOfProblem("x", "Hồ sơ đang ở trạng thái {status}."))
                .containsExactly("x speaks of {status}");
    }

    @Test
    void plainWordsAreLeftAlone() {
        for (var text : List.of(
                "MA_LK khác với MA_LK của XML1.",
                "Nhập mã và năm thông tin trên Phiếu.",
                "Ví dụ: 000.00.00.G01-261123-0001",
                "Thông tư 16/2025/TT-BTC")) {
            assertThat(Texts.complaints("x", text)).isEmpty();
        }
    }
}
