package hoso.judicialcert.request.step;

import hoso.chassis.id.Ids;
import hoso.chassis.page.Cursor;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.DossierCode;
import hoso.judicialcert.request.lifecycle.TimelineEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Requests in the database. Every question of a citizen carries `subject = :caller`.
@ApplicationScoped
class CertificateRequestRows implements CertificateRequests, PanacheRepositoryBase<CertificateRequestRow, UUID> {
    private static final String WAITING = """
            select id from certificate_request
            where status in (:statuses) and (not_before is null or not_before <= :now)
            order by since, id limit :limit
            """;
    private static final String WITH_WAIVERS = """
            status = 'WAIVER_REVIEW' and agency = ?1 and subject <> ?2 and (requester is null or requester <> ?2)
            """;
    private static final String AT_THEIR_LIMIT = """
            select id from certificate_request
            where limit_at <= :now and (not_before is null or not_before <= :now)
            order by limit_at, id limit :limit
            """;
    private static final String TAKE_AT_ITS_LIMIT = """
            select id from certificate_request
            where id = :id and limit_at <= :now for update skip locked
            """;
    private static final String TAKE = """
            select id from certificate_request
            where id = :id and status in (:statuses) and (not_before is null or not_before <= :now)
            for update skip locked
            """;

    private final CertificateRequestRowJson json;
    private final Ids ids;
    private final Clock clock;

    CertificateRequestRows(SealedJson sealed, Law law, Ids ids, Clock clock) {
        this.json = new CertificateRequestRowJson(sealed, law, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /// A request with the number of its row, for ETag.
    record Versioned(CertificateRequest request, long version) {}

    @Override
    public Optional<CertificateRequest> lock(RequestId id) {
        return locked("id", id.value());
    }

    @Override
    public Optional<CertificateRequest> ofAgency(RequestId id, String agency) {
        return one("id = ?1 and agency = ?2", id.value(), agency);
    }

    @Override
    public Map<RequestId, CertificateRequest> ofAgency(Collection<UUID> ids, String agency) {
        return list("id in ?1 and agency = ?2", ids, agency).stream()
                .map(json::read)
                .collect(Collectors.toMap(CertificateRequest::id, Function.identity()));
    }

    @Override
    public Optional<CertificateRequest> lockOfAgency(RequestId id, String agency) {
        return locked("id = ?1 and agency = ?2", id.value(), agency);
    }

    @Override
    public Optional<CertificateRequest> ofAgency(DossierCode code, String agency) {
        return one("dossierCode = ?1 and agency = ?2", code.value(), agency);
    }

    /// The same for the citizen who asked. What somebody else asked for is not theirs to change, even if it is about
    /// them.
    Optional<CertificateRequest> lock(RequestId id, CitizenId requester) {
        return locked("id = ?1 and requester = ?2", id.value(), requester.value());
    }

    /// The request that waits for money under this reference.
    @Override
    public Optional<CertificateRequest> lock(PaymentReference reference) {
        return locked("paymentReference", reference.value());
    }

    @Override
    public Optional<CertificateRequest> find(RequestId id) {
        return findByIdOptional(id.value()).map(json::read);
    }

    @Override
    @Transactional
    public Optional<CertificateRequest> find(RequestId id, CitizenId citizen) {
        return versioned(id, citizen).map(Versioned::request);
    }

    Optional<Versioned> versioned(RequestId id, CitizenId caller) {
        return find(
                        "id = ?1 and (subject = ?2 and capacity <> 'PROCEDURE_AGENCY' or requester = ?2)",
                        id.value(),
                        caller.value())
                .firstResultOptional()
                .map(this::versioned);
    }

    List<Versioned> list(CitizenId caller, @Nullable Cursor after, int limit) {
        var found = after == null
                ? find(
                        "(subject = ?1 and capacity <> 'PROCEDURE_AGENCY' or requester = ?1) order by receivedAt desc,"
                                + " id desc",
                        caller.value())
                : find(
                        "(subject = ?1 and capacity <> 'PROCEDURE_AGENCY' or requester = ?1) and (receivedAt < ?2 or"
                                + " (receivedAt = ?2 and id < ?3)) order by receivedAt desc, id desc",
                        caller.value(),
                        after.at(),
                        after.id());
        return found.page(0, limit).list().stream().map(this::versioned).toList();
    }

    @Override
    public Optional<CertificateRequest> correcting(CertificateId certificate) {
        return one("corrects = ?1 and status not in ('DECLINED', 'WITHDRAWN', 'STOPPED')", certificate.value());
    }

    @Override
    public List<CertificateRequest> withWaivers(String agency, OfficerId officer, @Nullable Cursor after, int limit) {
        var found = after == null
                ? find(WITH_WAIVERS + " order by since, id", agency, officer.value())
                : find(
                        WITH_WAIVERS + " and (since > ?3 or (since = ?3 and id > ?4)) order by since, id",
                        agency,
                        officer.value(),
                        after.at(),
                        after.id());
        return found.page(0, limit).list().stream().map(json::read).toList();
    }

    @Override
    public long version(RequestId id) {
        return findById(id.value()).version;
    }

    @Override
    public Optional<CertificateRequest> find(RequestId id, String organisation) {
        return one("id = ?1 and organisation = ?2", id.value(), organisation);
    }

    @Override
    public Optional<CertificateRequest> lock(RequestId id, String organisation) {
        return locked("id = ?1 and organisation = ?2", id.value(), organisation);
    }

    @Override
    public List<UUID> waiting(List<String> statuses, int limit) {
        return ids(now(WAITING).setParameter("statuses", statuses).setParameter("limit", limit));
    }

    @Override
    public Optional<CertificateRequest> take(RequestId id, List<String> statuses) {
        var taken = ids(now(TAKE).setParameter("id", id.value()).setParameter("statuses", statuses));
        return taken.isEmpty() ? Optional.empty() : find(id);
    }

    /// Those whose limit has passed, oldest first.
    List<UUID> atTheirLimit(int limit) {
        return ids(now(AT_THEIR_LIMIT).setParameter("limit", limit));
    }

    /// One of them, held; empty when another worker has it or its limit was moved.
    Optional<CertificateRequest> takeAtItsLimit(RequestId id) {
        var taken = ids(now(TAKE_AT_ITS_LIMIT).setParameter("id", id.value()));
        return taken.isEmpty() ? Optional.empty() : find(id);
    }

    @Override
    public void putOff(RequestId id, Instant until) {
        update("notBefore = ?1 where id = ?2", until, id.value());
    }

    void add(CertificateRequest request) {
        persist(json.first(request));
        write(request.id(), first(request));
    }

    /// The first entry of a timeline.
    static TimelineEntry first(CertificateRequest request) {
        return new TimelineEntry(request.receivedAt(), request.status().name());
    }

    void save(CertificateRequest request, List<CertificateRequestEvent> events) {
        var row = findById(request.id().value());
        var isSame = row.status.equals(request.status().name());
        json.update(request, row);
        events.stream()
                .flatMap(event -> TimelineEntry.beside(event).stream())
                .forEach(entry -> note(request.id(), entry));
        if (!isSame) {
            note(
                    request.id(),
                    new TimelineEntry(request.status().since(), request.status().name()));
        }
    }

    List<TimelineEntry> timeline(RequestId id) {
        return getEntityManager()
                .createQuery(
                        "from TimelineEntryRow where requestId = :id order by at, position", TimelineEntryRow.class)
                .setParameter("id", id.value())
                .getResultList()
                .stream()
                .map(row -> new TimelineEntry(row.at, row.step, row.newDate))
                .toList();
    }

    /// Whether the last delivery had arrived.
    boolean wasDelivered(RequestId id) {
        return timeline(id).stream().anyMatch(entry -> entry.step().equals("DELIVERED"));
    }

    /// Adds to what the citizen sees.
    void note(RequestId request, TimelineEntry entry) {
        write(request, entry);
        touch(request);
    }

    private void write(RequestId request, TimelineEntry entry) {
        var row = new TimelineEntryRow();
        row.id = ids.next();
        row.requestId = request.value();
        row.at = entry.at();
        row.step = entry.step();
        row.newDate = entry.newDate();
        getEntityManager().persist(row);
    }

    @Override
    public CitizenId subjectOf(RequestId id) {
        return new CitizenId(findById(id.value()).subject);
    }

    /// Something about the case changed that is not a step of it.
    @Override
    public void touch(RequestId request) {
        findById(request.value()).touchedAt = clock.instant();
    }

    private Query now(String query) {
        return getEntityManager().createNativeQuery(query).setParameter("now", clock.instant());
    }

    private static List<UUID> ids(Query query) {
        List<?> ids = query.getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private Optional<CertificateRequest> one(String query, Object... parameters) {
        return find(query, parameters).firstResultOptional().map(json::read);
    }

    private Optional<CertificateRequest> locked(String query, Object... parameters) {
        return find(query, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(json::read);
    }

    private Versioned versioned(CertificateRequestRow row) {
        return new Versioned(json.read(row), row.version);
    }
}
