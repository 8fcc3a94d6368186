package hoso.judicialcert.sharing.recheck;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.person.CitizenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows holders what they agreed to and every use of it.
@ApplicationScoped
class ReadConsents {
    private final ConsentRows consents;

    ReadConsents(ConsentRows consents) {
        this.consents = consents;
    }

    record Used(Consent consent, List<ConsentRows.Check> checks) {}

    /// Empty when the citizen has given no such consent.
    @Transactional
    Optional<Used> one(ConsentId id, CitizenId holder) {
        return consents.find(id, holder).map(consent -> new Used(consent, consents.checks(consent)));
    }

    /// Newest first.
    @Transactional
    Page<Consent> page(CitizenId holder, @Nullable Cursor after, int limit) {
        return Page.of(
                consents.list(holder, after, limit + 1),
                limit,
                consent -> new Cursor(consent.givenAt(), consent.id().value()));
    }
}
