package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.person.RequestId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What came in for requests. Whoever keeps the payments implements it; the steps of a case ask it and do not know
/// them.
public interface ReceivedFees {

    /// How much came in for a request, in đồng.
    long received(RequestId request);

    /// How much came in for each of these requests, in đồng; those for which nothing came are not there.
    Map<UUID, Long> received(Collection<UUID> requests);

    /// How much came in for a request and is not owed back, in đồng.
    long kept(RequestId request);

    /// How much of what came in for a request is owed back or was paid back, in đồng.
    long owedBack(RequestId request);

    /// The waiver of a request is decided: what came in before pays the fee, pays a part of it, or is owed back.
    void settleEarly(CertificateRequest request);

    /// All that came in for a request is owed back.
    void oweBack(CertificateRequest request);
}
