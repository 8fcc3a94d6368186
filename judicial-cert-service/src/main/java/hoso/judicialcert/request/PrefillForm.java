package hoso.judicialcert.request;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/// Fills the form in, so that a citizen types four or five things instead of seventeen, and sees before asking what it
/// costs and when it is due.
@ApplicationScoped
class PrefillForm {
    private final Law law;
    private final Clock clock;
    private final String procedure;

    PrefillForm(Law law, Clock clock, JudicialCertConfig config) {
        this.law = law;
        this.clock = clock;
        this.procedure = config.procedure();
    }

    record Named(String code, String name) {}

    record Price(long amount, String currency, FeeCategory category, String rule) {}

    record Form(
            Applicant person,
            Named procedure,
            Named kind,
            Named agency,
            Price fee,
            Instant expectedAt,
            String expectedRule) {}

    Form fill(Applicant applicant, Locale language) {
        var now = clock.instant();
        var day = Law.dayOf(now);
        var agency = law.agency(applicant.province(), day);
        var kind = law.kind(CertificateKind.NO_1, day);
        var fee = Fee.of(law, Channel.ONLINE, FeeCategory.STANDARD, 0, day).orElseThrow();
        var due = law.due(now, Urgency.STANDARD);
        return new Form(
                applicant,
                new Named(procedure, law.procedure(procedure, day).name().in(language)),
                new Named(kind.kind().name(), kind.name().in(language)),
                new Named(agency.code(), agency.name().in(language)),
                new Price(fee.amount(), Fee.CURRENCY, fee.category(), fee.rule()),
                due.at(),
                due.rule());
    }
}
