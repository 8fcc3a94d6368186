package hoso.judicialcert.agency;

import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Question;
import hoso.judicialcert.register.matching.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/// Answers an agency about a person, as the record is at this moment: what a certificate would say, without making one.
/// What a rule cannot tell is referred, without content. Every question is in the person's journal, of the refused ones
/// the first few of a day.
@ApplicationScoped
class QueryRecord {
    private final Gate gate;
    private final RefusalRows refusals;
    private final Register register;
    private final AccessJournal journal;
    private final Clock clock;

    QueryRecord(Gate gate, RefusalRows refusals, Register register, AccessJournal journal, Clock clock) {
        this.gate = gate;
        this.refusals = refusals;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    sealed interface Outcome {

        /// Nothing that a certificate would say.
        record Clean(AgencyRule.AgencyAccess rule, Instant at) implements Outcome {}

        /// What a certificate would say.
        record OnRecord(AgencyRule.AgencyAccess rule, Instant at, Extract extract) implements Outcome {}

        /// An officer of the issuing agency has to look: the agency asks it in writing (procedure 3.000331).
        record Referred(AgencyRule.AgencyAccess rule, Instant at) implements Outcome {}

        record Refused(AgencyRefusal refusal) implements Outcome {}
    }

    /// Whether there is a rule: without one nothing is asked of anybody.
    boolean mayAsk(Grounds grounds, CertificateKind view) {
        return gate.rule(grounds, view, clock.instant()).isPresent();
    }

    /// Asks about somebody with a personal number.
    ///
    /// @param isSomebody whether number, name and birth date belong together: a number of somebody else must tell
    ///     nothing, typed by mistake or to find out
    @Transactional
    Outcome query(Grounds grounds, Person person, boolean isSomebody, CertificateKind view) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var outcome = switch (gate.enter(grounds, view, now)) {
            case Gate.Entrance.Barred(var refusal) -> new Outcome.Refused(refusal);
            case Gate.Entrance.Granted(var rule) -> answer(rule, person, isSomebody, view, now);
        };
        var number = Objects.requireNonNull(person.personalNumber());
        if (outcome instanceof Outcome.Refused
                && !refusals.isToBeNoted(grounds.organisation(), number, Law.dayOf(now))) {
            return outcome;
        }
        journal.note(new Access(
                new Subject.Numbered(number),
                Access.Kind.AGENCY_QUERY,
                grounds.party(),
                null,
                grounds.purpose(),
                grounds.basis(),
                view == CertificateKind.NO_1 ? Access.View.NO_1 : Access.View.NO_2,
                came(outcome),
                detail(outcome)));
        return outcome;
    }

    private Outcome answer(
            AgencyRule.AgencyAccess rule, Person person, boolean isSomebody, CertificateKind view, Instant now) {
        if (!isSomebody) {
            return new Outcome.Referred(rule, now);
        }
        var question = new Question(person, view, false, Law.dayOf(now));
        return switch (register.find(question)) {
            case Finding.Clean _ -> new Outcome.Clean(rule, now);
            case Finding.Uncertain _ -> new Outcome.Referred(rule, now);
            case Finding.OnRecord found ->
                found.others().isEmpty() && found.own().stream().allMatch(QueryRecord::isCertain)
                        ? new Outcome.OnRecord(rule, now, register.extract(question, List.of()))
                        : new Outcome.Referred(rule, now);
        };
    }

    /// Whether rules decide what it amounts to. Where none could, and for a general amnesty, for which No. 2 has no
    /// words, an officer does.
    private static boolean isCertain(Entry entry) {
        return switch (entry) {
            case Ban _ -> true;
            case Conviction conviction ->
                !(conviction.expungement() instanceof Expungement.Undecided)
                        && conviction.generalAmnesty().isEmpty();
        };
    }

    private static Access.Outcome came(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Clean _, Outcome.OnRecord _ -> Access.Outcome.SHOWN;
            case Outcome.Referred _ -> Access.Outcome.REFERRED;
            case Outcome.Refused _ -> Access.Outcome.REFUSED;
        };
    }

    private static String detail(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Clean(var rule, var _) -> rule.rule();
            case Outcome.OnRecord(var rule, var _, var _) -> rule.rule();
            case Outcome.Referred(var rule, var _) -> rule.rule();
            case Outcome.Refused(AgencyRefusal.NoLegalBasis _) -> "NO_LEGAL_BASIS";
            case Outcome.Refused(AgencyRefusal.QuotaUsed _) -> "QUOTA_USED";
            case Outcome.Refused(AgencyRefusal.NoSuchCertificate _), Outcome.Refused(AgencyRefusal.NoLongerCounts _) ->
                throw new IllegalStateException("no certificate was asked for");
        };
    }
}
