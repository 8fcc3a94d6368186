package hoso.healthrecord.visit.reading;

import hoso.chassis.problem.Problem;
import hoso.healthrecord.document.CareKind;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which page of the timeline is wanted, and which visits on it.
class TimelineBody {
    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("until")
    @Nullable
    String until;

    @QueryParam("facility")
    @Nullable
    String facility;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("code")
    @Nullable
    String code;

    VisitFilter filter() {
        return new VisitFilter(
                read("from", from, LocalDate::parse),
                read("until", until, LocalDate::parse),
                facility,
                read("kind", kind, TimelineBody::careKind),
                code);
    }

    private static CareKind careKind(String name) {
        return Arrays.stream(CareKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static <T> @Nullable T read(String name, @Nullable String text, Function<String, T> reader) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw Problem.of(400, "parameter-unreadable")
                    .with("parameter", name)
                    .raise();
        }
    }

    /// The filters as they were asked, for the link to the next page; empty or with a `&` at its end.
    String query() {
        var asked = new LinkedHashMap<String, @Nullable String>();
        asked.put("from", from);
        asked.put("until", until);
        asked.put("facility", facility);
        asked.put("kind", kind);
        asked.put("code", code);
        var query = new StringBuilder();
        asked.forEach((name, value) -> {
            if (value != null) {
                query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        });
        return query.toString();
    }
}
