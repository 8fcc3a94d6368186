package hoso.judicialcert.request;

import hoso.chassis.event.Event;
import hoso.judicialcert.request.CertificateRequestEvent.CertificateIssued;
import hoso.judicialcert.request.CertificateRequestEvent.CertificateRequested;
import hoso.judicialcert.request.CertificateRequestEvent.FeePaid;
import hoso.judicialcert.request.CertificateRequestEvent.RequestAccepted;
import hoso.judicialcert.request.CertificateRequestEvent.RequestDeclined;
import hoso.judicialcert.request.CertificateRequestEvent.RequestReferredToOfficer;
import hoso.judicialcert.request.CertificateRequestEvent.RequestWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How facts are told to others: ids, kinds, times, a digest, a link. Nothing about the person, and nothing from which
/// one could tell whether a conviction exists.
final class CertificateRequestWire {
    static final String REQUESTS = "judicial-cert.requests.v1";
    static final String ISSUED = "judicial-cert.certificate-issued.v1";

    private CertificateRequestWire() {}

    /// Whom to tell, and what.
    static List<Event> of(CertificateRequest request, CertificateRequestEvent event, long sequence) {
        return switch (event) {
            case CertificateRequested(var at) ->
                List.of(told(request, sequence, "CertificateRequested", Requested.of(request, at)));
            case FeePaid(var at, var amount, var surplus) ->
                List.of(told(request, sequence, "FeePaid", Paid.of(request, at, amount, surplus)));
            case RequestAccepted(var at) ->
                List.of(told(request, sequence, "RequestAccepted", AcceptedFact.of(request, at)));
            case RequestReferredToOfficer(var at) ->
                List.of(told(request, sequence, "RequestReferredToOfficer", Step.of(request, at)));
            case RequestDeclined(var at) -> List.of(told(request, sequence, "RequestDeclined", Step.of(request, at)));
            case RequestWithdrawn(var at) -> List.of(told(request, sequence, "RequestWithdrawn", Step.of(request, at)));
            case CertificateIssued issued ->
                List.of(
                        told(request, sequence, "CertificateIssued", Issued.of(request, issued)),
                        announced(request, issued));
        };
    }

    private static Event told(CertificateRequest request, long sequence, String name, Object data) {
        var id = request.id().toString();
        return Event.of(REQUESTS, "hoso.judicial-cert." + name + ".v1", id, id, sequence, data);
    }

    private static Event announced(CertificateRequest request, CertificateIssued issued) {
        var id = issued.certificate().toString();
        return Event.of(
                ISSUED,
                "hoso.judicial-cert.CertificateIssuedAnnouncement.v1",
                id,
                id,
                1,
                Announcement.of(request, issued));
    }

    private static String documentUrl(CertificateId certificate) {
        return "/certificates/" + certificate + "/document";
    }

    record Step(UUID requestId, UUID citizenId, String dossierCode, String kind, Instant at) {
        static Step of(CertificateRequest request, Instant at) {
            return new Step(
                    request.id().value(),
                    request.subject().value(),
                    request.dossierCode().value(),
                    request.application().kind().name(),
                    at);
        }
    }

    record Requested(
            UUID requestId,
            UUID citizenId,
            String dossierCode,
            String kind,
            Instant at,
            String channel,
            long feeDue,
            Instant expectedAt) {
        static Requested of(CertificateRequest request, Instant at) {
            return new Requested(
                    request.id().value(),
                    request.subject().value(),
                    request.dossierCode().value(),
                    request.application().kind().name(),
                    at,
                    request.application().channel().name(),
                    request.terms().fee().amount(),
                    request.terms().due().at());
        }
    }

    record Paid(
            UUID requestId,
            UUID citizenId,
            String dossierCode,
            String kind,
            Instant at,
            long amount,
            long surplus,
            String currency) {
        static Paid of(CertificateRequest request, Instant at, long amount, long surplus) {
            return new Paid(
                    request.id().value(),
                    request.subject().value(),
                    request.dossierCode().value(),
                    request.application().kind().name(),
                    at,
                    amount,
                    surplus,
                    hoso.judicialcert.fee.Fee.CURRENCY);
        }
    }

    record AcceptedFact(
            UUID requestId, UUID citizenId, String dossierCode, String kind, Instant at, Instant expectedAt) {
        static AcceptedFact of(CertificateRequest request, Instant at) {
            return new AcceptedFact(
                    request.id().value(),
                    request.subject().value(),
                    request.dossierCode().value(),
                    request.application().kind().name(),
                    at,
                    request.terms().due().at());
        }
    }

    record Issued(
            UUID requestId,
            UUID citizenId,
            String dossierCode,
            String kind,
            Instant at,
            UUID certificateId,
            String agency,
            String digest,
            String documentUrl,
            Wishes delivery) {
        static Issued of(CertificateRequest request, CertificateIssued issued) {
            return new Issued(
                    request.id().value(),
                    request.subject().value(),
                    request.dossierCode().value(),
                    request.application().kind().name(),
                    issued.at(),
                    issued.certificate().value(),
                    request.terms().agency(),
                    issued.digest(),
                    CertificateRequestWire.documentUrl(issued.certificate()),
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
                    CertificateRequestWire.documentUrl(issued.certificate()));
        }
    }

    /// Which deliveries were ordered; where to is asked for when the letter is made.
    record Wishes(boolean email, boolean post, int copies) {
        static Wishes of(Application application) {
            return new Wishes(application.email(), application.post() != null, application.paperCopies());
        }
    }
}
