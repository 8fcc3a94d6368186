package hoso.judicialcert.register.matching;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.AdditionalPenalty;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.conviction.ExpungementCalculator;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.conviction.JudgmentHistory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything in the register that has a number of the person asked for, or the name and birth date: what is theirs,
/// what may be, and what of it a certificate tells.
public record Holdings(Law law, List<JudgmentHistory> pasts, List<Ban> bans) {

    /// What the register says to a question.
    public Finding find(Question question) {
        var own = own(question, List.of());
        var reported = reported(own, question);
        var all = new Holdings(law, possible(question), possibleBans(question));
        if (!reported.isEmpty()) {
            return new Finding.OnRecord(reported, all.candidates(question));
        }
        // With everybody who may be the person, more may stand there: one who might have offended anew keeps an old
        // conviction alive.
        return all.reported(all, question).isEmpty()
                ? new Finding.Clean()
                : new Finding.Uncertain(all.candidates(question));
    }

    /// What stands on the certificate.
    ///
    /// @param attributed the candidates an officer found to be the person
    public Extract extract(Question question, Collection<UUID> attributed) {
        var own = own(question, attributed);
        return new Extract(
                own.convictions(question),
                question.bans(),
                question.bans() ? own.banned(question.day(), attributed) : List.of());
    }

    private List<Entry> reported(Holdings theirs, Question question) {
        var reported = new ArrayList<Entry>();
        // Whatever was once judged is for an officer's eyes before a certificate No. 2 tells of it, or is silent.
        if (question.kind() == CertificateKind.NO_2) {
            reported.addAll(theirs.reckoned(question.day()));
        } else {
            reported.addAll(theirs.convictions(question));
        }
        if (question.bans()) {
            reported.addAll(theirs.lasting(question.day()));
        }
        return reported;
    }

    private List<Conviction> reckoned(LocalDate day) {
        return new ExpungementCalculator(law, pasts, day)
                .convictions().stream()
                        .filter(one -> !one.judgment().sentencedOn().isAfter(day))
                        .toList();
    }

    /// No. 2 tells all convictions with what became of them (Law 28/2009 Art. 43.2); who was sentenced and is not
    /// regarded as convicted (Penal Code Art. 69.2, 107.1) has none to be told.
    private List<Conviction> convictions(Question question) {
        return reckoned(question.day()).stream()
                .filter(one -> switch (question.kind()) {
                    case NO_1 -> !one.expungement().isClean();
                    case NO_2 -> !(one.expungement() instanceof Expungement.NeverConviction);
                })
                .toList();
    }

    /// Bans of the register, and those that a judgment pronounced and nobody entered by themselves.
    private List<Ban> lasting(LocalDate day) {
        return inOrder(Stream.concat(bans.stream(), telling(day).flatMap(Holdings::pronounced)), day);
    }

    /// Those that stand on a certificate: of what only the court's words say, what an officer read as a ban.
    private List<Ban> banned(LocalDate day, Collection<UUID> attributed) {
        var read = maybe(day).filter(ban -> attributed.contains(ban.id()));
        return inOrder(Stream.concat(lasting(day).stream(), read), day);
    }

    /// Additional penalties of which only the court's words are there: bans, or fines and confiscations.
    private Stream<Ban> maybe(LocalDate day) {
        return telling(day).flatMap(Holdings::inWords);
    }

    /// The judgments whose bans are to be looked for: who is no longer convicted is no longer banned by the conviction
    /// (Penal Code Art. 69.1).
    private Stream<JudgmentHistory> telling(LocalDate day) {
        var entered = bans.stream().map(Ban::judgment).toList();
        var expunged = reckoned(day).stream()
                .filter(one -> one.expungement() instanceof Expungement.Expunged)
                .map(Conviction::id)
                .toList();
        return pasts.stream()
                .filter(past -> !entered.contains(past.judgment().id()))
                .filter(past -> !expunged.contains(past.judgment().id()))
                .filter(past -> !past.judgment().sentencedOn().isAfter(day));
    }

    private static List<Ban> inOrder(Stream<Ban> some, LocalDate day) {
        return some.filter(ban -> ban.lastsOn(day))
                .sorted(Comparator.comparing(Ban::decidedOn).thenComparing(Ban::number))
                .toList();
    }

    private static Stream<Ban> inWords(JudgmentHistory past) {
        var judgment = past.judgment();
        if (judgment.sentence() != null || judgment.text().additionalPenalty() == null) {
            return Stream.empty();
        }
        // An id of its own: that the judgment is the person's does not say that its words are a ban.
        var id = UUID.nameUUIDFromBytes(("ban in words of " + judgment.id()).getBytes(StandardCharsets.UTF_8));
        return Stream.of(pronounced(id, judgment, judgment.text().additionalPenalty(), null, null));
    }

    private static Stream<Ban> pronounced(JudgmentHistory past) {
        var judgment = past.judgment();
        var sentence = judgment.sentence();
        if (sentence == null) {
            return Stream.empty();
        }
        return sentence.additionalPenalties().stream()
                .filter(penalty -> penalty.kind() == AdditionalPenalty.Kind.BAN_ON_POSTS)
                .map(penalty -> pronounced(
                        judgment.id(),
                        judgment,
                        penalty.text() == null ? judgment.text().additionalPenalty() : penalty.text(),
                        past.beginOf(penalty).orElse(null),
                        past.endOf(penalty).orElse(null)));
    }

    private static Ban pronounced(
            UUID id, Judgment judgment, @Nullable String post, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Ban(
                id,
                judgment.person(),
                judgment.court(),
                judgment.number(),
                judgment.sentencedOn(),
                post == null ? "" : post,
                from,
                until,
                judgment.id());
    }

    private List<Candidate> candidates(Question question) {
        var reported = Stream.concat(
                reckoned(question.day()).stream(), question.bans() ? lasting(question.day()).stream() : Stream.empty());
        var others = reported.map(entry -> candidate(entry, question))
                .filter(candidate -> candidate.comparison().match() != Comparison.Match.CERTAIN);
        var words = question.bans()
                ? maybe(question.day()).map(ban -> candidate(ban, question))
                : Stream.<Candidate>empty();
        var all = Stream.concat(others, words)
                .sorted(Comparator.comparing(candidate -> candidate.comparison().match()))
                .toList();
        // No officer needs to see what is expunged, unless it is what keeps something else alive.
        var needed =
                all.stream().filter(candidate -> isNeeded(candidate, question)).toList();
        return needed.isEmpty() ? all : needed;
    }

    private static Candidate candidate(Entry entry, Question question) {
        return new Candidate(entry, Comparison.of(question.person(), entry.person()));
    }

    private static boolean isNeeded(Candidate candidate, Question question) {
        return question.kind() == CertificateKind.NO_2
                || !(candidate.entry() instanceof Conviction(var _, var _, var expungement) && expungement.isClean());
    }

    private Holdings own(Question question, Collection<UUID> attributed) {
        return new Holdings(
                law,
                pasts.stream()
                        .filter(past -> isOwn(question, past.judgment().person())
                                || attributed.contains(past.judgment().id()))
                        .toList(),
                bans.stream()
                        .filter(ban -> isOwn(question, ban.person()) || attributed.contains(ban.id()))
                        .toList());
    }

    private List<JudgmentHistory> possible(Question question) {
        return pasts.stream()
                .filter(past -> isPossible(question, past.judgment().person()))
                .toList();
    }

    private List<Ban> possibleBans(Question question) {
        return bans.stream().filter(ban -> isPossible(question, ban.person())).toList();
    }

    private static boolean isOwn(Question question, Person entered) {
        return Comparison.of(question.person(), entered).match() == Comparison.Match.CERTAIN;
    }

    private static boolean isPossible(Question question, Person entered) {
        return Comparison.of(question.person(), entered).match() != Comparison.Match.NONE;
    }
}
