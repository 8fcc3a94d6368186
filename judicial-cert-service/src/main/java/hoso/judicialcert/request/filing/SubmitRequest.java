package hoso.judicialcert.request.filing;

import hoso.chassis.id.Ids;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.ProcedureRule;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.DossierCode;
import hoso.judicialcert.request.lifecycle.Eligibility;
import hoso.judicialcert.request.lifecycle.Refusal;
import hoso.judicialcert.request.lifecycle.Requester;
import hoso.judicialcert.request.lifecycle.Terms;
import hoso.judicialcert.request.step.TakeStep;
import hoso.judicialcert.typeface.PrintableText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Takes a request in.
@ApplicationScoped
public class SubmitRequest {
    private final TakeStep step;
    private final DossierSerialRows serials;
    private final Law law;
    private final Eligibility eligibility;
    private final Ids ids;
    private final Clock clock;

    SubmitRequest(TakeStep step, DossierSerialRows serials, Law law, Ids ids, Clock clock) {
        this.step = step;
        this.serials = serials;
        this.law = law;
        this.eligibility = new Eligibility(law);
        this.ids = ids;
        this.clock = clock;
    }

    /// A request by somebody who was vouched for.
    ///
    /// @param subject whom it is about
    /// @param accountLevel of whoever asks in person
    @Transactional
    public Decision submit(
            CitizenId subject, Requester requester, int accountLevel, Applicant applicant, Application application) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var refusal = eligibility.refuses(applicant, requester.capacity(), accountLevel, application, now);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var unprintable = unprintable(applicant);
        if (unprintable.isPresent()) {
            return new Refused(unprintable.get());
        }
        var fee = eligibility.fee(application, application.feeCategory(), now).orElseThrow();
        return begin(subject, requester, applicant, application, fee, now);
    }

    /// A certificate is said to be wrong: the case it is looked into and mended in. Who may ask was settled when the
    /// wrong one was asked for, and it costs nothing; but a new one has to be writable, too.
    @Transactional(Transactional.TxType.MANDATORY)
    public Decision correct(CitizenId subject, Requester requester, Applicant applicant, Application application) {
        var unprintable = unprintable(applicant);
        if (unprintable.isPresent()) {
            return new Refused(unprintable.get());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fee = eligibility.fee(application, application.feeCategory(), now).orElseThrow();
        return begin(subject, requester, applicant, application, fee, now);
    }

    private Decision begin(
            CitizenId subject,
            Requester requester,
            Applicant applicant,
            Application application,
            Fee fee,
            Instant now) {
        var day = Law.dayOf(now);
        var procedure = eligibility.procedure(applicant, requester.capacity(), day);
        var agency = agency(procedure, applicant, day);
        var limit = limit(requester, applicant, application);
        var terms = new Terms(
                procedure.code(),
                procedure.rule(),
                agency.code(),
                agency.rule(),
                fee,
                PaymentReference.of(now, serials.nextReference()),
                limit,
                now,
                law.due(now, limit));
        var code = DossierCode.of(law.dossierCodes(day), agency.code(), now, serials.next(agency.code(), day));
        var submitted = CertificateRequest.submit(
                new RequestId(ids.next()), subject, requester, code, applicant, application, terms, now);
        step.begin(submitted);
        return submitted;
    }

    private static Optional<Refusal> unprintable(Applicant applicant) {
        return applicant.printed().entrySet().stream()
                .flatMap(one -> PrintableText.unprintable(one.getValue())
                        .map(character -> (Refusal) new Refusal.NotPrintable(one.getKey(), character))
                        .stream())
                .findFirst();
    }

    private AgencyRule.Agency agency(ProcedureRule.Procedure procedure, Applicant applicant, LocalDate day) {
        return switch (procedure.serves()) {
            case RESIDENT -> law.agency(applicant.province(), day);
            case NON_RESIDENT, AGENCY -> law.nationalAgency(day);
        };
    }

    private static DeadlineKind limit(Requester requester, Applicant applicant, Application application) {
        if (requester.capacity() == Capacity.PROCEDURE_AGENCY) {
            return DeadlineKind.URGENT;
        }
        return application.livedElsewhere() || applicant.isForeigner() ? DeadlineKind.LONG : DeadlineKind.STANDARD;
    }
}
