package hoso.judicialcert.request.filing;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.CertificateRule;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.request.lifecycle.Eligibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Fills the form in, so that a citizen types four or five things instead of seventeen, and sees before asking what it
/// costs, when it is due, and who pays less.
@ApplicationScoped
class PrefillForm {
    private final Law law;
    private final Eligibility eligibility;
    private final Clock clock;

    PrefillForm(Law law, Clock clock) {
        this.law = law;
        this.eligibility = new Eligibility(law);
        this.clock = clock;
    }

    record Named(String code, String name) {}

    record Price(long amount, String currency, FeeCategory category, String rule) {}

    /// Who pays less, and what shows it.
    ///
    /// @param amount đồng to be paid once an officer has agreed
    /// @param inApp whether the evidence is attached here; else the request is filed through the National Public
    ///     Service Portal
    record Reduction(String waiverClass, String name, long amount, boolean inApp, boolean evidence, String proof) {}

    record Form(
            Applicant person,
            Named procedure,
            Named kind,
            List<Named> kinds,
            Named agency,
            Price fee,
            List<Reduction> waivers,
            Instant expectedAt,
            String expectedRule) {}

    Form fill(Applicant applicant, Locale language) {
        var now = clock.instant();
        var day = Law.dayOf(now);
        var agency = law.agency(applicant.province(), day);
        var procedure = eligibility.procedure(applicant, Capacity.SELF, day);
        var category = applicant.digitalCitizen() ? FeeCategory.DIGITAL_CITIZEN : FeeCategory.STANDARD;
        var fee = Fee.of(law, Channel.ONLINE, category, 0, day)
                .or(() -> Fee.of(law, Channel.ONLINE, FeeCategory.STANDARD, 0, day))
                .orElseThrow();
        var due = law.due(now, applicant.isForeigner() ? DeadlineKind.LONG : DeadlineKind.STANDARD);
        return new Form(
                applicant,
                new Named(procedure.code(), procedure.name().in(language)),
                named(law.kind(CertificateKind.NO_1, day), language),
                kinds(day, language),
                new Named(agency.code(), agency.name().in(language)),
                new Price(fee.amount(), Fee.CURRENCY, fee.category(), fee.rule()),
                reductions(applicant.ageAt(now), day, language),
                due.at(),
                due.rule());
    }

    private List<Named> kinds(LocalDate day, Locale language) {
        return Arrays.stream(CertificateKind.values())
                .map(kind -> law.kind(kind, day))
                .filter(CertificateRule.Kind::offered)
                .map(kind -> named(kind, language))
                .toList();
    }

    private List<Reduction> reductions(int age, LocalDate day, Locale language) {
        return law.waivers(day).stream()
                .filter(waiver -> waiver.covers(age))
                .map(waiver -> new Reduction(
                        waiver.waiverClass(),
                        waiver.name().in(language),
                        Fee.of(law, Channel.ONLINE, waiver.category(), 0, day)
                                .orElseThrow()
                                .amount(),
                        waiver.inApp(),
                        waiver.evidence(),
                        waiver.proof().in(language)))
                .toList();
    }

    private static Named named(CertificateRule.Kind kind, Locale language) {
        return new Named(kind.kind().name(), kind.name().in(language));
    }
}
