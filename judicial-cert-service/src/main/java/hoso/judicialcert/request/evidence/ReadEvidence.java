package hoso.judicialcert.request.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Shows the files of a case to whoever works on it; who that may be is settled by the asker.
@ApplicationScoped
public class ReadEvidence {
    private final EvidenceRows files;

    ReadEvidence(EvidenceRows files) {
        this.files = files;
    }

    @Transactional
    public List<Evidence> of(UUID request) {
        return files.of(request);
    }

    /// Empty when the case has no such file.
    @Transactional
    public Optional<FileOfCase> one(UUID request, UUID id) {
        return files.find(id, request).map(found -> new FileOfCase(found, files.content(id)));
    }
}
