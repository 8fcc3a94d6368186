package hoso.judicialcert.request;

import hoso.chassis.id.Ids;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Urgency;
import hoso.judicialcert.request.Decision.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Takes a request in.
@ApplicationScoped
class SubmitRequest {
    private final TakeStep step;
    private final DossierSerialRows serials;
    private final Law law;
    private final Ids ids;
    private final Clock clock;
    private final String procedure;

    SubmitRequest(TakeStep step, DossierSerialRows serials, Law law, Ids ids, Clock clock, JudicialCertConfig config) {
        this.step = step;
        this.serials = serials;
        this.law = law;
        this.ids = ids;
        this.clock = clock;
        this.procedure = config.procedure();
    }

    @Transactional
    Decision submit(CitizenId citizen, Applicant applicant, Application application) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var eligibility = new Eligibility(law, procedure);
        var refusal = eligibility.refuses(applicant, application, now);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var agency = law.agency(applicant.province(), Law.dayOf(now));
        var terms = new Terms(
                procedure,
                law.procedure(procedure, Law.dayOf(now)).rule(),
                agency.code(),
                agency.rule(),
                eligibility.fee(application, now).orElseThrow(),
                PaymentReference.of(now, serials.nextReference()),
                law.due(now, Urgency.STANDARD));
        var code = dossierCode(agency.code(), now);
        var submitted =
                CertificateRequest.submit(new RequestId(ids.next()), citizen, code, applicant, application, terms, now);
        step.begin(submitted);
        return submitted;
    }

    private DossierCode dossierCode(String agency, Instant now) {
        var day = Law.dayOf(now);
        return DossierCode.of(law.dossierCodes(day), agency, now, serials.next(agency, day));
    }
}
