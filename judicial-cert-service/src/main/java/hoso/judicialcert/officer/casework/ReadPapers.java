package hoso.judicialcert.officer.casework;

import hoso.judicialcert.officer.queue.LookAtCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.evidence.Evidence;
import hoso.judicialcert.request.evidence.FileOfCase;
import hoso.judicialcert.request.evidence.ReadEvidence;
import hoso.judicialcert.request.step.Supplement;
import hoso.judicialcert.request.step.Supplements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Shows an officer what was sent with a case.
@ApplicationScoped
class ReadPapers {
    private final LookAtCase look;
    private final ReadEvidence evidence;
    private final Supplements supplements;

    ReadPapers(LookAtCase look, ReadEvidence evidence, Supplements supplements) {
        this.look = look;
        this.evidence = evidence;
        this.supplements = supplements;
    }

    /// The files without what is in them, and what was said.
    record Papers(List<Evidence> files, List<Supplement> said) {}

    /// Empty when the agency has no such case.
    @Transactional
    Optional<Papers> all(RequestId id, Officer officer) {
        return look.find(id, officer).map(request -> {
            look.note(request, officer);
            return new Papers(evidence.of(id.value()), supplements.of(request));
        });
    }

    /// Empty when the agency has no such case, or the case no such file.
    @Transactional
    Optional<FileOfCase> one(RequestId id, UUID file, Officer officer) {
        return look.find(id, officer)
                .flatMap(request -> evidence.one(id.value(), file).map(found -> {
                    look.note(request, officer);
                    return found;
                }));
    }
}
