package hoso.judicialcert.request.evidence;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.request.evidence.Evidence.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes files part of a case, in the transaction in which the case takes them: all of them, or nothing happens.
@ApplicationScoped
public class AttachEvidence {
    private final EvidenceRows files;

    AttachEvidence(EvidenceRows files) {
        this.files = files;
    }

    /// Attaches files; what is wrong with the list is told all at once, as 422.
    ///
    /// @param request the id of the case
    /// @param subject whom the case is about: the files are sealed for them from now on
    /// @param pointer where the list stands in what was sent
    @Transactional(TxType.MANDATORY)
    public void attach(Owner owner, UUID request, UUID subject, Use use, List<UUID> ids, String pointer) {
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < ids.size(); i++) {
            var wrong = seen.add(ids.get(i)) ? wrong(owner, ids.get(i)) : Optional.of("twice");
            var place = pointer + "/" + i;
            wrong.ifPresent(code -> errors.add(FieldError.of(place, code)));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        ids.forEach(id -> files.attach(id, request, subject, use));
    }

    private Optional<String> wrong(Owner owner, UUID id) {
        // Somebody else's file is as unknown as none.
        return files.lock(id, owner)
                .map(file -> file.request() == null ? Optional.<String>empty() : Optional.of("attached-elsewhere"))
                .orElse(Optional.of("unknown"));
    }
}
