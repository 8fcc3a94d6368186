package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.journal.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Grants that a test gives and takes back.
@ApplicationScoped
class SomeGrants implements Grants {
    private final Map<UUID, Grant> given = new ConcurrentHashMap<>();

    void give(Grant grant) {
        given.put(grant.id(), grant);
    }

    @Override
    public Right right() {
        return Right.CONSENT;
    }

    @Override
    public Optional<Grant> find(UUID id) {
        return Optional.ofNullable(given.get(id));
    }
}
