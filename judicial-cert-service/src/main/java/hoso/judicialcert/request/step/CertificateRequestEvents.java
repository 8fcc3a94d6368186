package hoso.judicialcert.request.step;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.event.Event;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateIssued;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRequested;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRevoked;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateSuperseded;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.DeadlineMissed;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.FeePaid;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestAccepted;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestDeclined;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestReferredToOfficer;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestStopped;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestWithdrawn;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.SupplementGiven;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.SupplementRequested;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.WaiverDeclined;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.WaiverGranted;
import hoso.judicialcert.request.lifecycle.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How facts are told to others: ids, kinds, times, a digest, a link. Nothing about the person, and nothing from which
/// one could tell whether a conviction exists.
final class CertificateRequestEvents {
    static final String REQUESTS = "judicial-cert.requests.v1";
    private static final String ISSUED = "judicial-cert.certificate-issued.v1";
    private static final String STATUS = "judicial-cert.certificate-status.v1";

    /// No. 2 is for procedure agencies only: nobody else may learn that one exists, so it has topics of its own.
    private static final String ISSUED_NO_2 = "judicial-cert.certificate-issued-no-2.v1";
    private static final String STATUS_NO_2 = "judicial-cert.certificate-status-no-2.v1";

    private CertificateRequestEvents() {}

    /// Whom to tell, and what.
    static List<Event> of(CertificateRequest request, CertificateRequestEvent event, long sequence) {
        return switch (event) {
            case CertificateRequested(var at) ->
                List.of(event(request, sequence, "CertificateRequested", Requested.of(request, at)));
            case FeePaid(var at, var amount, var surplus) ->
                List.of(event(request, sequence, "FeePaid", Paid.of(request, at, amount, surplus)));
            case WaiverGranted(var at, var fee) ->
                List.of(event(request, sequence, "WaiverGranted", WaiverFact.of(request, at, fee)));
            case WaiverDeclined(var at, var fee) ->
                List.of(event(request, sequence, "WaiverDeclined", WaiverFact.of(request, at, fee)));
            case SupplementRequested(var at, var until) ->
                List.of(event(request, sequence, "SupplementRequested", Until.of(request, at, until)));
            case SupplementGiven(var at) ->
                List.of(event(request, sequence, "SupplementGiven", AcceptedFact.of(request, at)));
            case DeadlineMissed(var at, var _) ->
                List.of(event(request, sequence, "DeadlineMissed", AcceptedFact.of(request, at)));
            case RequestStopped(var at, var reason) ->
                List.of(event(request, sequence, "RequestStopped", StoppedFact.of(request, at, reason)));
            case CertificateSuperseded superseded ->
                List.of(
                        event(request, sequence, "CertificateSuperseded", Superseded.of(request, superseded)),
                        announced(
                                request,
                                superseded.certificate(),
                                "SUPERSEDED",
                                superseded.at(),
                                superseded.successor().value()));
            case CertificateRevoked revoked ->
                List.of(
                        event(request, sequence, "CertificateRevoked", Revoked.of(request, revoked)),
                        announced(request, revoked.certificate(), "REVOKED", revoked.at(), null));
            case RequestAccepted(var at) ->
                List.of(event(request, sequence, "RequestAccepted", AcceptedFact.of(request, at)));
            case RequestReferredToOfficer(var at) ->
                List.of(event(request, sequence, "RequestReferredToOfficer", Step.of(request, at)));
            case RequestDeclined(var at) -> List.of(event(request, sequence, "RequestDeclined", Step.of(request, at)));
            case RequestWithdrawn(var at, var refund, var _) ->
                List.of(event(request, sequence, "RequestWithdrawn", WithdrawnFact.of(request, at, refund)));
            case CertificateIssued issued ->
                List.of(
                        event(request, sequence, "CertificateIssued", Issued.of(request, issued)),
                        announced(request, issued));
        };
    }

    private static Event event(CertificateRequest request, long sequence, String name, Object data) {
        var id = request.id().toString();
        return Event.of(REQUESTS, "hoso.judicial-cert." + name + ".v1", id, id, sequence, data);
    }

    private static Event announced(CertificateRequest request, CertificateIssued issued) {
        var id = issued.certificate().toString();
        return Event.of(
                isNo1(request) ? ISSUED : ISSUED_NO_2,
                "hoso.judicial-cert.CertificateIssuedAnnouncement.v1",
                id,
                id,
                1,
                Announcement.of(request, issued));
    }

    private static Event announced(
            CertificateRequest request,
            CertificateId certificate,
            String status,
            Instant at,
            @Nullable UUID successor) {
        var id = certificate.toString();
        return Event.of(
                isNo1(request) ? STATUS : STATUS_NO_2,
                "hoso.judicial-cert.CertificateStatusAnnouncement.v1",
                id,
                id,
                2,
                new StatusAnnouncement(certificate.value(), status, at, successor));
    }

    private static boolean isNo1(CertificateRequest request) {
        return switch (request.application().kind()) {
            case NO_1 -> true;
            case NO_2 -> false;
        };
    }

    private static String documentUrl(CertificateId certificate) {
        return "/certificates/" + certificate + "/document";
    }

    /// What every fact says of a request.
    record Step(UUID requestId, UUID citizenId, String dossierCode, String kind, Instant at) {
        static Step of(CertificateRequest request, Instant at) {
            return new Step(
                    request.id().value(),
                    request.addressee().value(),
                    request.dossierCode().value(),
                    request.application().kind().name(),
                    at);
        }
    }

    record WithdrawnFact(@JsonUnwrapped Step step, long refund) {
        static WithdrawnFact of(CertificateRequest request, Instant at, long refund) {
            return new WithdrawnFact(Step.of(request, at), refund);
        }
    }

    record WaiverFact(@JsonUnwrapped Step step, long feeDue, String currency) {
        static WaiverFact of(CertificateRequest request, Instant at, long fee) {
            return new WaiverFact(Step.of(request, at), fee, hoso.judicialcert.fee.Fee.CURRENCY);
        }
    }

    record Until(@JsonUnwrapped Step step, Instant until) {
        static Until of(CertificateRequest request, Instant at, Instant until) {
            return new Until(Step.of(request, at), until);
        }
    }

    record StoppedFact(@JsonUnwrapped Step step, String reason) {
        static StoppedFact of(CertificateRequest request, Instant at, Status.StopReason reason) {
            return new StoppedFact(Step.of(request, at), reason.name());
        }
    }

    record Superseded(@JsonUnwrapped Step step, UUID certificateId, UUID successorId) {
        static Superseded of(CertificateRequest request, CertificateSuperseded fact) {
            return new Superseded(
                    Step.of(request, fact.at()),
                    fact.certificate().value(),
                    fact.successor().value());
        }
    }

    record Revoked(@JsonUnwrapped Step step, UUID certificateId, String reason) {
        static Revoked of(CertificateRequest request, CertificateRevoked fact) {
            return new Revoked(Step.of(request, fact.at()), fact.certificate().value(), fact.reason());
        }
    }

    record StatusAnnouncement(
            UUID certificateId,
            String status,
            Instant at,
            @Nullable UUID successorId) {}

    record Requested(@JsonUnwrapped Step step, String channel, long feeDue, Instant expectedAt) {
        static Requested of(CertificateRequest request, Instant at) {
            return new Requested(
                    Step.of(request, at),
                    request.application().channel().name(),
                    request.terms().fee().amount(),
                    request.terms().due().at());
        }
    }

    record Paid(@JsonUnwrapped Step step, long amount, long surplus, String currency) {
        static Paid of(CertificateRequest request, Instant at, long amount, long surplus) {
            return new Paid(Step.of(request, at), amount, surplus, hoso.judicialcert.fee.Fee.CURRENCY);
        }
    }

    record AcceptedFact(@JsonUnwrapped Step step, Instant expectedAt) {
        static AcceptedFact of(CertificateRequest request, Instant at) {
            return new AcceptedFact(Step.of(request, at), request.terms().due().at());
        }
    }

    record Issued(
            @JsonUnwrapped Step step,
            UUID certificateId,
            String agency,
            String digest,
            String documentUrl,
            Wishes delivery) {
        static Issued of(CertificateRequest request, CertificateIssued issued) {
            return new Issued(
                    Step.of(request, issued.at()),
                    issued.certificate().value(),
                    request.terms().agency(),
                    issued.digest(),
                    CertificateRequestEvents.documentUrl(issued.certificate()),
                    Wishes.of(request.application()));
        }
    }

    record Announcement(
            UUID certificateId,
            String kind,
            String agency,
            Instant issuedAt,
            String status,
            String digest,
            String documentUrl) {
        static Announcement of(CertificateRequest request, CertificateIssued issued) {
            return new Announcement(
                    issued.certificate().value(),
                    request.application().kind().name(),
                    request.terms().agency(),
                    issued.at(),
                    "VALID",
                    issued.digest(),
                    CertificateRequestEvents.documentUrl(issued.certificate()));
        }
    }

    /// Which deliveries were ordered; where to is asked for when the letter is made.
    record Wishes(boolean email, boolean post, int copies) {
        static Wishes of(Application application) {
            return new Wishes(application.email(), application.post() != null, application.paperCopies());
        }
    }
}
