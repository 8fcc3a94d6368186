package hoso.healthrecord.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.hash.Sha256;
import hoso.chassis.page.Cursor;
import hoso.chassis.vault.Vault;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.person.Demographics;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Visits in PostgreSQL, in partitions by record. Each query that serves a citizen asks for the record of that citizen
/// in the query itself, and touches one partition.
@ApplicationScoped
class VisitRows implements Visits, PanacheRepositoryBase<VisitRow, VisitRow.Key> {
    private static final String CLAIM = """
            insert into ingest_key (facility, episode, visit_id, sha256, received_at)
            values (:facility, :episode, :visit, :sha256, :now) on conflict do nothing
            """;
    private static final String FIND_CLAIM = """
            select visit_id, sha256, status, held_because from ingest_key
            where facility = :facility and episode = :episode
            """;
    private static final String KEEP_RECEIPT = """
            update ingest_key set status = :status, held_because = :because
            where facility = :facility and episode = :episode
            """;
    private static final String OWN = "recordId = (select r.id from HealthRecordRow r where r.citizenId = ?1)";

    private final Vault vault;
    private final ObjectMapper json;

    VisitRows(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /// Claims facility and episode for this visit. Of many at once one succeeds; the others wait for its transaction.
    boolean claim(IncomingVisit arrived, UUID visitId, Instant now) {
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("facility", arrived.visit().header().facility())
                        .setParameter("episode", arrived.visit().header().episode())
                        .setParameter("visit", visitId)
                        .setParameter("sha256", Sha256.of(arrived.bytes()))
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /// What was told when facility and episode were claimed first.
    Filing again(IncomingVisit arrived) {
        var first = (Tuple) getEntityManager()
                .createNativeQuery(FIND_CLAIM, Tuple.class)
                .setParameter("facility", arrived.visit().header().facility())
                .setParameter("episode", arrived.visit().header().episode())
                .getSingleResult();
        var visitId = first.get("visit_id", UUID.class);
        if (!MessageDigest.isEqual(first.get("sha256", byte[].class), Sha256.of(arrived.bytes()))) {
            return new Filing.Differs(visitId);
        }
        var because = first.get("held_because", String.class);
        return new Filing.Kept(new Receipt(
                visitId,
                arrived.visit().header().facility(),
                arrived.visit().header().episode(),
                VisitStatus.valueOf(first.get("status", String.class)),
                because == null ? null : HeldBecause.valueOf(because)));
    }

    void file(UUID record, UUID visitId, IncomingVisit arrived, Demographics patient, Instant now) {
        var visit = arrived.visit();
        var row = new VisitRow();
        row.recordId = record;
        row.id = visitId;
        row.facility = visit.header().facility();
        row.episode = visit.header().episode();
        row.admittedAt = visit.header().admittedAt();
        row.dischargedAt = visit.header().dischargedAt();
        row.receivedAt = now;
        row.format = arrived.format().name();
        row.demographics = patient.marks();
        row.summary = sealed(record, summary(visit));
        persist(row);
        var document = new DocumentRow();
        document.recordId = record;
        document.id = visitId;
        document.sha256 = Sha256.of(arrived.bytes());
        document.document = sealed(record, arrived.bytes());
        document.persist();
        keepReceipt(visit.header().facility(), visit.header().episode(), VisitStatus.FILED, null);
    }

    void quarantine(
            @Nullable UUID record,
            UUID visitId,
            IncomingVisit arrived,
            Demographics patient,
            HeldBecause because,
            Instant now) {
        var visit = arrived.visit();
        var row = new HeldVisitRow();
        row.id = visitId;
        row.recordId = record;
        row.because = because.name();
        row.facility = visit.header().facility();
        row.episode = visit.header().episode();
        row.admittedAt = visit.header().admittedAt();
        row.receivedAt = now;
        row.heldAt = now;
        row.format = arrived.format().name();
        row.demographics = patient.marks();
        row.sha256 = Sha256.of(arrived.bytes());
        row.summary = sealed(visitId, summary(visit));
        row.document = sealed(visitId, arrived.bytes());
        row.persist();
        keepReceipt(visit.header().facility(), visit.header().episode(), VisitStatus.HELD, because);
    }

    private void keepReceipt(String facility, String episode, VisitStatus status, @Nullable HeldBecause because) {
        var _ = getEntityManager()
                .createNativeQuery(KEEP_RECEIPT)
                .setParameter("status", status.name())
                .setParameter("because", because == null ? null : because.name())
                .setParameter("facility", facility)
                .setParameter("episode", episode)
                .executeUpdate();
    }

    @Override
    public List<Quarantined> quarantineOthersThan(UUID record, Demographics vouched, Instant now) {
        var quarantined = new ArrayList<Quarantined>();
        for (var row : list("recordId", record)) {
            if (!vouched.agreesWith(new Demographics(row.demographics))) {
                quarantined(row, now);
                quarantined.add(new Quarantined(row.id, row.facility));
            }
        }
        return List.copyOf(quarantined);
    }

    private void quarantined(VisitRow row, Instant now) {
        var document = DocumentRow.<DocumentRow>findByIdOptional(new VisitRow.Key(row.recordId, row.id))
                .orElseThrow();
        var held = new HeldVisitRow();
        held.id = row.id;
        held.recordId = row.recordId;
        held.because = HeldBecause.IDENTITY_DIFFERS.name();
        held.facility = row.facility;
        held.episode = row.episode;
        held.admittedAt = row.admittedAt;
        held.receivedAt = row.receivedAt;
        held.heldAt = now;
        held.format = row.format;
        held.demographics = row.demographics;
        held.sha256 = document.sha256;
        held.summary = vault.seal(row.id, vault.open(row.recordId, row.summary));
        held.document = vault.seal(row.id, vault.open(row.recordId, document.document));
        held.persist();
        document.delete();
        delete(row);
    }

    @Override
    public List<Kept> newestFirst(UUID citizen, @Nullable Cursor after, int limit) {
        var order = " order by admittedAt desc, id desc";
        var query = after == null
                ? find(OWN + order, citizen)
                : find(OWN + " and (admittedAt, id) < (?2, ?3)" + order, citizen, after.at(), after.id());
        return query.range(0, limit - 1).stream().map(this::kept).toList();
    }

    @Override
    public Optional<Kept> find(UUID citizen, UUID visit) {
        return find(OWN + " and id = ?2", citizen, visit).firstResultOptional().map(this::kept);
    }

    @Override
    public Optional<Document> document(UUID citizen, UUID visit) {
        return find(OWN + " and id = ?2", citizen, visit)
                .firstResultOptional()
                .flatMap(row -> DocumentRow.<DocumentRow>findByIdOptional(new VisitRow.Key(row.recordId, row.id))
                        .map(document -> document(row, document)));
    }

    private Document document(VisitRow row, DocumentRow document) {
        var bytes = Compression.unpack(vault.open(row.recordId, document.document));
        if (!MessageDigest.isEqual(document.sha256, Sha256.of(bytes))) {
            throw new IllegalStateException("the document of visit " + row.id + " is not what was sent");
        }
        return new Document(DocumentFormat.valueOf(row.format), bytes);
    }

    private Kept kept(VisitRow row) {
        try {
            var visit = SummaryJson.read(json, Compression.unpack(vault.open(row.recordId, row.summary)));
            return new Kept(row.id, DocumentFormat.valueOf(row.format), visit);
        } catch (IOException e) {
            throw new UncheckedIOException("the summary of visit " + row.id, e);
        }
    }

    private byte[] summary(Visit visit) {
        try {
            return json.writeValueAsBytes(SummaryJson.of(visit.withoutNumber()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] sealed(UUID subject, byte[] plain) {
        return vault.seal(subject, Compression.pack(plain));
    }
}
