package hoso.judicialcert.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class EntryJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aJudgmentIsToldWithAllItsMembersSideBySide() {
        var head = new EntryJson.Head("12/2020/HSST", LocalDate.of(2020, 5, 4), "Tòa án nhân dân quận 1");
        var words =
                new EntryJson.Words("Trộm cắp tài sản", "Điều 173", "6 tháng tù", "Phạt tiền", "Bồi thường", "Án phí");

        assertThat(members(shown(EntryJson.Kind.JUDGMENT, head, words, null)))
                .containsExactly(
                        "id",
                        "kind",
                        "number",
                        "sentencedOn",
                        "court",
                        "person",
                        "offence",
                        "articles",
                        "penalty",
                        "additionalPenalty",
                        "civilObligations",
                        "courtFee");
    }

    @Test
    void aBanIsToldWithoutWhatOnlyAJudgmentHas() {
        var head = new EntryJson.Head("7/QĐ", null, null);
        var words = new EntryJson.Words(null, null, null, null, null, null);

        assertThat(members(shown(EntryJson.Kind.BAN, head, words, Map.of())))
                .containsExactly("id", "kind", "number", "person", "ban");
    }

    private static EntryJson.Shown shown(
            EntryJson.Kind kind, EntryJson.Head head, EntryJson.Words words, @Nullable Object ban) {
        return new EntryJson.Shown(new UUID(1, 1), kind, head, Map.of(), words, null, null, null, null, ban, null);
    }

    private static List<String> members(Object answer) {
        return JSON.valueToTree(answer).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
