package hoso.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("core")
class TemplatesTest {
    private static final Locale VI = Locale.of("vi");
    private static final Map<String, String> VALUES = Map.of(
            "dossierCode", "G22.99.99-261123-000001",
            "link", "http://localhost:8080/certificates/0199aa00",
            "amount", "200.000 đ",
            "refund", "200.000 đ",
            "trackingNumber", "RR123456785VN",
            "feeDue", "100.000 đ",
            "until", "17:00 23/12/2026",
            "newDate", "17:00 07/12/2026",
            "facility", "79001",
            "at", "10:30 01/12/2026");
    private final Templates templates = new Templates();

    @ParameterizedTest
    @EnumSource(Notice.class)
    void eachNoticeIsThereInBothLanguagesWithTheSameValues(Notice notice) {
        assertThat(templates.placeholders(notice, VI)).isEqualTo(templates.placeholders(notice, Locale.ENGLISH));
        for (var language : new Locale[] {VI, Locale.ENGLISH}) {
            var rendered = templates.render(notice, Templates.VERSION, language, VALUES);

            assertThat(rendered.subject()).isNotBlank().doesNotContain("{", "\n");
            assertThat(rendered.text()).contains(VALUES.get("link")).doesNotContain("{");
            assertThat(rendered.html())
                    .contains("lang=\"" + language + "\"", "<a href=\"" + VALUES.get("link") + "\">");
        }
    }

    @ParameterizedTest
    @EnumSource(Notice.class)
    void noNoticeTellsAResult(Notice notice) {
        var text = templates.render(notice, Templates.VERSION, VI, VALUES).text()
                + templates.render(notice, Templates.VERSION, VI, VALUES).subject();

        assertThat(text.toLowerCase(VI)).doesNotContain("án tích", "từ chối", "không đủ điều kiện", "kết án");
    }

    @Test
    void aValueIsTextAndNeverMarkupNorATemplateNorAHeader() {
        var hostile = Map.of(
                "dossierCode", "<script>{link}</script>\r\nBcc: all@example.vn",
                "link", "http://localhost/");

        var rendered = templates.render(Notice.REQUEST_ACCEPTED, Templates.VERSION, VI, hostile);

        assertThat(rendered.subject()).doesNotContain("\r", "\n").contains("{link}");
        assertThat(rendered.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void aMissingValueIsAFault() {
        assertThatThrownBy(() ->
                        templates.render(Notice.FEE_PAID, Templates.VERSION, VI, Map.of("link", "http://localhost/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// A text changes in version 3 only; what was sent before keeps its words, and a version of a newer release is no
    /// fault.
    @ParameterizedTest
    @CsvSource({"1, first", "2, first", "3, third", "4, third"})
    void aDeliveryKeepsTheWordsItWasPlannedWith(int version, String words) {
        var changing = new Templates(3, name -> switch (name.substring(0, "templates/v1".length())) {
            case "templates/v1" -> "subject\n\nfirst";
            case "templates/v3" -> name.contains("FEE_PAID") ? "subject\n\nthird" : null;
            default -> null;
        });

        var rendered = changing.render(Notice.FEE_PAID, version, VI, Map.of());

        assertThat(rendered.text()).isEqualTo(words + "\n");
        assertThat(changing.render(Notice.REQUEST_ACCEPTED, version, VI, Map.of())
                        .text())
                .isEqualTo("first\n");
    }
}
