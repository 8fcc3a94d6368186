package hoso.judicialcert.request.lifecycle;

import hoso.chassis.page.Cursor;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All requests, as the agency sees them. What a citizen may see is asked for with the citizen's id, inside
/// this feature.
public interface CertificateRequests {

    /// The request as it is now.
    Optional<CertificateRequest> find(RequestId id);

    /// A request, held against changes by others until the transaction ends.
    Optional<CertificateRequest> lock(RequestId id);

    /// The request that a transfer names, held against changes by others until the transaction ends.
    Optional<CertificateRequest> lock(PaymentReference reference);

    /// Whom a request is about.
    CitizenId subjectOf(RequestId id);

    /// Something of a request changed that stands elsewhere: its version counts up.
    void touch(RequestId id);

    /// The request in which this certificate is being corrected, or was.
    Optional<CertificateRequest> correcting(CertificateId certificate);

    /// A request that an agency is competent for; what another is competent for is not there.
    Optional<CertificateRequest> ofAgency(RequestId id, String agency);

    /// Those of these requests that an agency is competent for, read at once.
    Map<RequestId, CertificateRequest> ofAgency(Collection<UUID> ids, String agency);

    /// The same, held against changes by others until the transaction ends.
    Optional<CertificateRequest> lockOfAgency(RequestId id, String agency);

    /// The request with this code, if the agency is competent for it.
    Optional<CertificateRequest> ofAgency(DossierCode code, String agency);

    /// Those of an agency whose waiver has to be decided on, oldest first. What is about the officer, or was asked for
    /// by them, is not among them.
    List<CertificateRequest> withWaivers(String agency, OfficerId officer, @Nullable Cursor after, int limit);

    /// Counts up with every change of a request.
    long version(RequestId id);

    /// A request a citizen asked for, or that is about them; somebody else's is not there.
    Optional<CertificateRequest> find(RequestId id, CitizenId citizen);

    /// A request an organisation filed; somebody else's is not there.
    Optional<CertificateRequest> find(RequestId id, String organisation);

    /// The same, held against changes by others until the transaction ends.
    Optional<CertificateRequest> lock(RequestId id, String organisation);

    /// Those at one of these statuses that a worker may try now, oldest first.
    List<UUID> waiting(List<String> statuses, int limit);

    /// A request for a worker, held; empty when another worker has it or there is nothing to do any more.
    Optional<CertificateRequest> take(RequestId id, List<String> statuses);

    /// Not to be tried before then.
    void putOff(RequestId id, Instant until);
}
