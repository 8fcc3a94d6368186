package hoso.judicialcert.officer.queue;

import hoso.judicialcert.request.lifecycle.CertificateRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What officers did with cases. What was done is only added to.
public interface OfficerActions {

    /// Writes down what was done, and says under which id.
    UUID add(CertificateRequest request, OfficerAction deed);

    /// All that was done with a case, oldest first.
    List<OfficerAction> of(CertificateRequest request);

    /// The last one of a kind.
    Optional<OfficerAction> last(CertificateRequest request, OfficerAction.Kind kind);
}
