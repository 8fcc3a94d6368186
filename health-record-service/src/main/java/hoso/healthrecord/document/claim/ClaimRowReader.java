package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.hiv.HivRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row that knows where it is, so that each flaw can say so.
final class ClaimRowReader {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);

    static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern SEMICOLON = Pattern.compile(";");

    private final ClaimTableReader table;
    private final Flaws flaws;
    private final int index;
    private final Map<String, String> cells;

    ClaimRowReader(ClaimTableReader table, int index, Flaws flaws) {
        this.table = table;
        this.flaws = flaws;
        this.index = index;
        this.cells = table.rows().get(index);
    }

    @Nullable
    String text(String tag) {
        var text = ClaimTableReader.text(cells, tag);
        if (text != null) {
            table.read().merge(tag, 1, Integer::sum);
        }
        return text;
    }

    String required(String tag) {
        var text = text(tag);
        if (text == null) {
            flaw(tag, Code.MISSING);
        }
        return text == null ? "" : text;
    }

    void flaw(String tag, Code code) {
        flaws.add(table.pointer(index, tag), code);
    }

    /// A time that the visit cannot do without; the beginning of time stands in once its flaw is noted.
    Instant time(String tag) {
        var text = required(tag);
        var time = text.isEmpty() ? null : parse(tag, text);
        return time == null ? Instant.EPOCH : time;
    }

    /// A time as exact as it is written: eight digits are a day.
    @Nullable
    Moment moment(String tag) {
        var text = text(tag);
        var time = text == null ? null : parse(tag, text);
        if (text == null || time == null) {
            return null;
        }
        return text.length() == 8 ? Moment.on(LocalDate.ofInstant(time, VisitRules.LOCAL)) : Moment.at(time);
    }

    @Nullable
    Instant timeOrNull(String tag) {
        var text = text(tag);
        return text == null ? null : parse(tag, text);
    }

    private @Nullable Instant parse(String tag, String text) {
        try {
            var local = text.length() == 8
                    ? LocalDate.parse(text, DAYS).atTime(LocalTime.MIDNIGHT)
                    : LocalDateTime.parse(text, MINUTES);
            return local.toInstant(VisitRules.LOCAL);
        } catch (DateTimeParseException _) {
            flaw(tag, Code.WRONG_DATE);
            return null;
        }
    }

    /// Codes of diagnoses, whatever the sender put between them.
    static List<String> codes(@Nullable String text) {
        return text == null ? List.of() : HivRules.codes(text);
    }

    static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : SEMICOLON
                        .splitAsStream(text)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
