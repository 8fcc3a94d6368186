package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import hoso.judicialcert.person.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Judgments and what followed them, for tests.
public final class Lives {
    public static final String COURT = "Tòa án nhân dân Thành phố Hà Nội";
    public static final LocalDate BORN = LocalDate.of(1985, 6, 2);
    public static final Person MINH = new Person("003085000017", "TRẦN VĂN THỬ", BORN);

    private Lives() {}

    /// An offence of an adult that makes a conviction.
    public static Offence theft(LocalDate committedOn) {
        return new Offence(committedOn, Gravity.SERIOUS, Intent.INTENTIONAL, "XVI");
    }

    public static Sentence sentence(MainPenalty penalty, Offence... offences) {
        return new Sentence(List.of(offences), penalty, List.of(), false, false, false);
    }

    public static Judgment judgment(int id, LocalDate sentencedOn, @Nullable Sentence sentence) {
        return judgment(id, MINH, sentencedOn, sentence);
    }

    public static Judgment judgment(int id, Person person, LocalDate sentencedOn, @Nullable Sentence sentence) {
        return new Judgment(
                new UUID(1, id),
                COURT,
                person,
                id + "/" + sentencedOn.getYear() + "/HSST",
                sentencedOn,
                new Judgment.Text(
                        "Trộm cắp tài sản", "Khoản 1 Điều 173 Bộ luật Hình sự", "Theo bản án", null, null, null),
                null,
                sentence);
    }

    public static ExecutionDecision decision(Judgment judgment, ExecutionStep step, LocalDate since) {
        return decision(judgment, step, since, since, null);
    }

    static ExecutionDecision decision(
            Judgment judgment,
            ExecutionStep step,
            LocalDate decidedOn,
            LocalDate since,
            AdditionalPenalty.@Nullable Kind additional) {
        return new ExecutionDecision(
                UUID.nameUUIDFromBytes((judgment.id() + "|" + step + "|" + since).getBytes(StandardCharsets.UTF_8)),
                judgment.id(),
                step,
                COURT,
                step + "/" + since + "/QĐ",
                decidedOn,
                since,
                additional,
                null);
    }

    public static JudgmentHistory past(Judgment judgment, ExecutionDecision... execution) {
        return new JudgmentHistory(judgment, new ArrayList<>(Arrays.asList(execution)));
    }

    /// Sentenced for a theft of the same year, and released.
    public static JudgmentHistory served(int id, LocalDate sentencedOn, int months, LocalDate released) {
        var judgment =
                judgment(id, sentencedOn, sentence(new MainPenalty.Prison(months), theft(sentencedOn.minusMonths(3))));
        return past(judgment, decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, released));
    }
}
