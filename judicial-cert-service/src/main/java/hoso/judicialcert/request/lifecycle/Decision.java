package hoso.judicialcert.request.lifecycle;

import java.util.List;

/// What a command came to.
public sealed interface Decision {

    /// The request as it now is, and what others are to be told; a step inside the agency is told to nobody.
    record Became(CertificateRequest request, List<CertificateRequestEvent> events) implements Decision {}

    /// Nothing changed.
    record Refused(Refusal refusal) implements Decision {}
}
