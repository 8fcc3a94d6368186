package hoso.judicialcert.register.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.register.conviction.Ban;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ban as an authority sends it and as it is sealed away.
final class BanJson {

    private BanJson() {}

    /// The whole of it.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            JudgmentJson.@Nullable Convict person,
            @Nullable String authority,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable String post,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID judgmentId)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static Sent of(Ban ban) {
        return new Sent(
                JudgmentJson.Convict.of(ban.person()),
                ban.authority(),
                ban.number(),
                ban.decidedOn(),
                ban.post(),
                ban.from(),
                ban.until(),
                ban.judgment());
    }

    /// A ban out of the register.
    static Ban stored(Sent sent, UUID id) {
        return read(sent, id, LocalDate.MAX, new ArrayList<>());
    }

    /// @param today it was decided by then; it may begin later
    static Ban read(Sent sent, UUID id, LocalDate today, List<FieldError> errors) {
        var person = EntryFieldReader.person(sent.person(), "/person", today, errors);
        var decidedOn = EntryFieldReader.past(sent.decidedOn(), "/decidedOn", today, errors);
        var from = sent.from();
        if (from == null) {
            errors.add(FieldError.of("/from", "required"));
        } else if (sent.until() != null) {
            EntryFieldReader.order(from, sent.until(), "/until", errors);
        }
        return new Ban(
                id,
                person,
                EntryFieldReader.text(sent.authority(), "/authority", errors),
                EntryFieldReader.text(sent.number(), "/number", errors),
                decidedOn,
                EntryFieldReader.text(sent.post(), "/post", errors),
                from,
                sent.until(),
                sent.judgmentId());
    }
}
