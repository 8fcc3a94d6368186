package hoso.judicialcert.request.step;

import hoso.chassis.id.Ids;
import hoso.chassis.page.Cursor;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.Basis;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.DossierCode;
import hoso.judicialcert.request.lifecycle.Proposal;
import hoso.judicialcert.request.lifecycle.Requester;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.Accepted;
import hoso.judicialcert.request.lifecycle.Status.Approval;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import hoso.judicialcert.request.lifecycle.Status.Declined;
import hoso.judicialcert.request.lifecycle.Status.Delivered;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.Issued;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import hoso.judicialcert.request.lifecycle.Status.Referred;
import hoso.judicialcert.request.lifecycle.Status.Revoked;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.StopReason;
import hoso.judicialcert.request.lifecycle.Status.Stopped;
import hoso.judicialcert.request.lifecycle.Status.Superseded;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import hoso.judicialcert.request.lifecycle.Status.WaiverReview;
import hoso.judicialcert.request.lifecycle.Status.Withdrawn;
import hoso.judicialcert.request.lifecycle.Terms;
import hoso.judicialcert.request.lifecycle.TimelineEntry;
import hoso.judicialcert.request.lifecycle.WaiverDecision;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final SealedJson sealed;
    private final Law law;
    private final Ids ids;
    private final Clock clock;

    CertificateRequestRows(SealedJson sealed, Law law, Ids ids, Clock clock) {
        this.sealed = sealed;
        this.law = law;
        this.ids = ids;
        this.clock = clock;
    }

    /// A request with the number of its row, for ETag.
    record Versioned(CertificateRequest request, long version) {}

    /// @param requester who asks for another, by name
    record Papers(
            Applicant applicant,
            Application application,
            @Nullable String requester,
            @Nullable UUID amendedBy) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What a status knows beside its name.
    record Outcome(
            @Nullable Referral why,
            @Nullable UUID officer,
            @Nullable UUID checker,
            @Nullable String reason,
            @Nullable List<UUID> judgments,
            @Nullable List<String> seen,
            Proposal.@Nullable Verdict verdict,
            @Nullable Instant until,
            @Nullable StopReason stopped,
            @Nullable UUID successor)
            implements Sensitive {

        static Outcome of(Status status) {
            return switch (status) {
                case Referred(var _, var why, var hindrance) ->
                    new Outcome(why, null, null, hindrance, null, null, null, null, null, null);
                case SupplementRequested(var _, var why, var officer, var wanted, var until) ->
                    new Outcome(why, officer.value(), null, wanted, null, null, null, until, null, null);
                case Approval(var _, var why, var found) ->
                    new Outcome(
                            why,
                            found.officer().value(),
                            null,
                            found.reason(),
                            found.judgments(),
                            found.seen(),
                            found.verdict(),
                            null,
                            null,
                            null);
                case Signing(
                        var _,
                        Basis.OfficerDecision(var officer, var checker, var reason, var judgments, var seen)) ->
                    new Outcome(
                            null,
                            officer.value(),
                            checker == null ? null : checker.value(),
                            reason,
                            judgments,
                            seen,
                            null,
                            null,
                            null,
                            null);
                case Declined(var _, var officer, var reason) ->
                    new Outcome(null, officer.value(), null, reason, null, null, null, null, null, null);
                case Stopped(var _, var stopped) ->
                    new Outcome(null, null, null, null, null, null, null, null, stopped, null);
                case Superseded(var _, var _, var successor) ->
                    new Outcome(null, null, null, null, null, null, null, null, null, successor.value());
                case Revoked(var _, var _, var reason) ->
                    new Outcome(null, null, null, reason, null, null, null, null, null, null);
                case FeeDue _, WaiverReview _, Checking _, Accepted _, Signing _, Issued _, Delivered _, Withdrawn _ ->
                    NOTHING;
            };
        }

        static final Outcome NOTHING = new Outcome(null, null, null, null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public Optional<CertificateRequest> lock(RequestId id) {
        return find("id", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::request);
    }

    @Override
    public Optional<CertificateRequest> ofAgency(RequestId id, String agency) {
        return find("id = ?1 and agency = ?2", id.value(), agency)
                .firstResultOptional()
                .map(this::request);
    }

    @Override
    public Map<RequestId, CertificateRequest> ofAgency(Collection<UUID> ids, String agency) {
        return list("id in ?1 and agency = ?2", ids, agency).stream()
                .map(this::request)
                .collect(Collectors.toMap(CertificateRequest::id, Function.identity()));
    }

    @Override
    public Optional<CertificateRequest> lockOfAgency(RequestId id, String agency) {
        return find("id = ?1 and agency = ?2", id.value(), agency)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::request);
    }

    @Override
    public Optional<CertificateRequest> ofAgency(DossierCode code, String agency) {
        return find("dossierCode = ?1 and agency = ?2", code.value(), agency)
                .firstResultOptional()
                .map(this::request);
    }

    /// The same for the citizen who asked. What somebody else asked for is not theirs to change, even if it is about
    /// them.
    Optional<CertificateRequest> lock(RequestId id, CitizenId requester) {
        return find("id = ?1 and requester = ?2", id.value(), requester.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::request);
    }

    /// The request that waits for money under this reference.
    @Override
    public Optional<CertificateRequest> lock(PaymentReference reference) {
        return find("paymentReference", reference.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::request);
    }

    @Override
    public Optional<CertificateRequest> find(RequestId id) {
        return findByIdOptional(id.value()).map(this::request);
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
                        "(subject = ?1 and capacity <> 'PROCEDURE_AGENCY' or requester = ?1) order by receivedAt desc, id desc",
                        caller.value())
                : find(
                        "(subject = ?1 and capacity <> 'PROCEDURE_AGENCY' or requester = ?1) and (receivedAt < ?2 or (receivedAt = ?2 and id < ?3))"
                                + " order by receivedAt desc, id desc",
                        caller.value(),
                        after.at(),
                        after.id());
        return found.page(0, limit).list().stream().map(this::versioned).toList();
    }

    @Override
    public Optional<CertificateRequest> correcting(CertificateId certificate) {
        return find("corrects = ?1 and status not in ('DECLINED', 'WITHDRAWN', 'STOPPED')", certificate.value())
                .firstResultOptional()
                .map(this::request);
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
        return found.page(0, limit).list().stream().map(this::request).toList();
    }

    @Override
    public long version(RequestId id) {
        return findById(id.value()).version;
    }

    @Override
    public Optional<CertificateRequest> find(RequestId id, String organisation) {
        return find("id = ?1 and organisation = ?2", id.value(), organisation)
                .firstResultOptional()
                .map(this::request);
    }

    @Override
    public Optional<CertificateRequest> lock(RequestId id, String organisation) {
        return find("id = ?1 and organisation = ?2", id.value(), organisation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::request);
    }

    @Override
    public List<UUID> waiting(List<String> statuses, int limit) {
        List<?> waiting = getEntityManager()
                .createNativeQuery(WAITING)
                .setParameter("statuses", statuses)
                .setParameter("now", clock.instant())
                .setParameter("limit", limit)
                .getResultList();
        return waiting.stream().map(UUID.class::cast).toList();
    }

    @Override
    public Optional<CertificateRequest> take(RequestId id, List<String> statuses) {
        List<?> taken = getEntityManager()
                .createNativeQuery(TAKE)
                .setParameter("id", id.value())
                .setParameter("statuses", statuses)
                .setParameter("now", clock.instant())
                .getResultList();
        return taken.isEmpty() ? Optional.empty() : find(id);
    }

    /// Those whose limit has passed, oldest first.
    List<UUID> atTheirLimit(int limit) {
        List<?> waiting = getEntityManager()
                .createNativeQuery(AT_THEIR_LIMIT)
                .setParameter("now", clock.instant())
                .setParameter("limit", limit)
                .getResultList();
        return waiting.stream().map(UUID.class::cast).toList();
    }

    /// One of them, held; empty when another worker has it or its limit was moved.
    Optional<CertificateRequest> takeAtItsLimit(RequestId id) {
        List<?> taken = getEntityManager()
                .createNativeQuery(TAKE_AT_ITS_LIMIT)
                .setParameter("id", id.value())
                .setParameter("now", clock.instant())
                .getResultList();
        return taken.isEmpty() ? Optional.empty() : find(id);
    }

    @Override
    public void putOff(RequestId id, Instant until) {
        update("notBefore = ?1 where id = ?2", until, id.value());
    }

    void add(CertificateRequest request) {
        var row = new CertificateRequestRow();
        row.id = request.id().value();
        row.subject = request.subject().value();
        row.dossierCode = request.dossierCode().value();
        row.kind = request.application().kind().name();
        row.channel = request.application().channel().name();
        row.procedure = request.terms().procedure();
        row.procedureRule = request.terms().procedureRule();
        row.agency = request.terms().agency();
        row.agencyRule = request.terms().agencyRule();
        row.requester = Optional.ofNullable(request.requester().citizen())
                .map(CitizenId::value)
                .orElse(null);
        row.capacity = request.requester().capacity().name();
        row.organisation = request.requester().organisation();
        row.corrects = Optional.ofNullable(request.application().corrects())
                .map(CertificateId::value)
                .orElse(null);
        row.paymentReference = request.terms().paymentReference().value();
        row.receivedAt = request.receivedAt();
        row.papers = papers(request);
        write(request, row);
        persist(row);
        write(request.id(), first(request));
    }

    private byte[] papers(CertificateRequest request) {
        var amendedBy = request.amendedBy();
        return sealed.seal(
                request.subject().value(),
                new Papers(
                        request.applicant(),
                        request.application(),
                        request.requester().name(),
                        amendedBy == null ? null : amendedBy.value()));
    }

    /// The first entry of a timeline.
    static TimelineEntry first(CertificateRequest request) {
        return new TimelineEntry(request.receivedAt(), request.status().name());
    }

    void save(CertificateRequest request, List<CertificateRequestEvent> events) {
        var row = findById(request.id().value());
        if (request.amendedBy() != null) {
            row.papers = papers(request);
        }
        var isSame = row.status.equals(request.status().name());
        write(request, row);
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

    /// Something about the case changed that is not a step of it.
    @Override
    public CitizenId subjectOf(RequestId id) {
        return new CitizenId(findById(id.value()).subject);
    }

    @Override
    public void touch(RequestId request) {
        findById(request.value()).touchedAt = clock.instant();
    }

    private void write(CertificateRequest request, CertificateRequestRow row) {
        var status = request.status();
        row.status = status.name();
        row.since = status.since();
        row.told = request.sequence();
        row.touchedAt = clock.instant();
        row.notBefore = null;
        row.certificateId =
                status.certificateIfIssued().map(CertificateId::value).orElse(null);
        row.feeAmount = request.terms().fee().amount();
        row.feeCategory = request.terms().fee().category().name();
        row.feeRule = request.terms().fee().rule();
        row.dueLimit = request.terms().limit().name();
        row.dueFrom = request.terms().from();
        row.dueAt = request.terms().due().at();
        row.dueRule = request.terms().due().rule();
        row.limitAt = limit(request);
        row.stepDueAt =
                law.stepDue(status.name(), status.since()).map(Deadline::at).orElse(null);
        if (request.waiver() != null) {
            row.waiver = sealed.seal(request.subject().value(), request.waiver());
        }
        var outcome = Outcome.of(status);
        // What an officer decided stays with the case after the certificate is issued.
        if (!outcome.equals(Outcome.NOTHING)) {
            row.outcome = sealed.seal(request.subject().value(), outcome);
        }
    }

    private @Nullable Instant limit(CertificateRequest request) {
        return switch (request.status()) {
            case FeeDue(var since) ->
                law.due(since, DeadlineKind.FEE, Law.dayOf(request.receivedAt()))
                        .at();
            case SupplementRequested(var _, var _, var _, var _, var until) -> until;
            case WaiverReview _, Checking _, Accepted _, Referred _, Approval _, Signing _ ->
                request.terms().due().at();
            case Issued _, Delivered _, Superseded _, Revoked _, Declined _, Withdrawn _, Stopped _ -> null;
        };
    }

    private Versioned versioned(CertificateRequestRow row) {
        return new Versioned(request(row), row.version);
    }

    private CertificateRequest request(CertificateRequestRow row) {
        var subject = new CitizenId(row.subject);
        var papers = sealed.open(subject.value(), row.papers, Papers.class);
        var fee = new Fee(row.feeAmount, FeeCategory.valueOf(row.feeCategory), row.feeRule);
        var terms = new Terms(
                row.procedure,
                row.procedureRule,
                row.agency,
                row.agencyRule,
                fee,
                new PaymentReference(row.paymentReference),
                DeadlineKind.valueOf(row.dueLimit),
                row.dueFrom,
                new Deadline(row.dueAt, row.dueRule));
        return new CertificateRequest(
                new RequestId(row.id),
                subject,
                new Requester(
                        row.requester == null ? null : new CitizenId(row.requester),
                        Capacity.valueOf(row.capacity),
                        row.organisation,
                        papers.requester()),
                new DossierCode(row.dossierCode),
                papers.applicant(),
                papers.application(),
                terms,
                row.waiver == null ? null : sealed.open(subject.value(), row.waiver, WaiverDecision.class),
                row.receivedAt,
                status(row, subject),
                papers.amendedBy() == null ? null : new OfficerId(papers.amendedBy()),
                row.told);
    }

    private Status status(CertificateRequestRow row, CitizenId subject) {
        var since = row.since;
        return switch (row.status) {
            case "FEE_DUE" -> new FeeDue(since);
            case "WAIVER_REVIEW" -> new WaiverReview(since);
            case "CHECKING" -> new Checking(since);
            case "ACCEPTED" -> new Accepted(since);
            case "SIGNING" -> new Signing(since, basis(row, subject));
            case "ISSUED" -> new Issued(since, certificate(row));
            case "DELIVERED" -> new Delivered(since, certificate(row));
            case "WITHDRAWN" -> new Withdrawn(since);
            default -> status(row, outcome(row, subject));
        };
    }

    private static Status status(CertificateRequestRow row, Outcome known) {
        var since = row.since;
        return switch (row.status) {
            case "REFERRED" -> new Referred(since, there(known.why()), known.reason());
            case "SUPPLEMENT_REQUESTED" ->
                new SupplementRequested(
                        since, there(known.why()), officer(known), there(known.reason()), there(known.until()));
            case "APPROVAL" ->
                new Approval(
                        since,
                        there(known.why()),
                        new Proposal(
                                officer(known),
                                there(known.verdict()),
                                there(known.reason()),
                                all(known.judgments()),
                                all(known.seen())));
            case "DECLINED" -> new Declined(since, officer(known), there(known.reason()));
            case "STOPPED" -> new Stopped(since, there(known.stopped()));
            case "SUPERSEDED" -> new Superseded(since, certificate(row), new CertificateId(there(known.successor())));
            case "REVOKED" -> new Revoked(since, certificate(row), there(known.reason()));
            default -> throw new IllegalStateException("unknown status " + row.status);
        };
    }

    private Basis basis(CertificateRequestRow row, CitizenId subject) {
        if (row.outcome == null) {
            return new Basis.CleanRegister();
        }
        var known = outcome(row, subject);
        return new Basis.OfficerDecision(
                officer(known),
                known.checker() == null ? null : new OfficerId(known.checker()),
                there(known.reason()),
                all(known.judgments()),
                all(known.seen()));
    }

    private Outcome outcome(CertificateRequestRow row, CitizenId subject) {
        return sealed.open(subject.value(), there(row.outcome), Outcome.class);
    }

    private static <T> List<T> all(@Nullable List<T> kept) {
        return Objects.requireNonNullElse(kept, List.of());
    }

    private static OfficerId officer(Outcome known) {
        return new OfficerId(there(known.officer()));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static CertificateId certificate(CertificateRequestRow row) {
        return new CertificateId(Objects.requireNonNull(row.certificateId));
    }
}
