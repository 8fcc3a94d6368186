package hoso.healthrecord.visit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.hash.Sha256;
import hoso.chassis.page.Cursor;
import hoso.chassis.vault.Vault;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.HivRedaction;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.packing.Packing;
import hoso.healthrecord.person.Demographics;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Visits in PostgreSQL, in partitions by record. Each query that serves a citizen asks for the record of that citizen
/// in the query itself, and touches one partition.
@ApplicationScoped
class VisitRows implements Visits, PanacheRepositoryBase<VisitRow, VisitRow.Key> {
    private static final String OWN = "recordId = (select r.id from HealthRecordRow r where r.citizenId = ?1)";

    private final Vault vault;
    private final ObjectMapper json;

    VisitRows(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    void file(UUID record, UUID visitId, int version, IncomingVisit arrived, Demographics patient, Instant now) {
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
        row.version = version;
        row.demographics = patient.marks();
        row.summary = summary(record, visit);
        persist(row);
        var document = new DocumentRow();
        document.recordId = record;
        document.id = visitId;
        document.sha256 = arrived.sha256();
        document.document = vault.seal(record, Packing.document(arrived.bytes()));
        document.persist();
    }

    void quarantine(
            @Nullable UUID record,
            UUID visitId,
            int version,
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
        row.version = version;
        row.demographics = patient.marks();
        row.sha256 = arrived.sha256();
        row.summary = summary(visitId, visit);
        row.document = vault.seal(visitId, Packing.document(arrived.bytes()));
        row.persist();
    }

    /// Puts what lies under a visit aside as an earlier version, to make room for the next one.
    ///
    /// @param record the record it was filed in, if it was
    /// @return was it in that record, or held?
    boolean shelve(@Nullable UUID record, UUID visitId) {
        var held = HeldVisitRow.<HeldVisitRow>findByIdOptional(visitId);
        if (held.isPresent()) {
            var row = held.get();
            EarlierVersionRow.keep(row);
            row.delete();
            flush();
            return false;
        }
        if (record == null) {
            return false;
        }
        var key = new VisitRow.Key(record, visitId);
        var row = findById(key);
        var document = DocumentRow.<DocumentRow>findByIdOptional(key).orElseThrow();
        EarlierVersionRow.keep(row, document);
        document.delete();
        delete(row);
        flush();
        return true;
    }

    /// Marks the latest version of a visit as taken back, wherever it lies.
    ///
    /// @return was it in that record, so that its owner must be told?
    boolean retract(@Nullable UUID record, UUID visitId, Retraction retraction) {
        if (HeldVisitRow.<HeldVisitRow>findByIdOptional(visitId).isPresent()) {
            return shelve(null, visitId);
        }
        var row = record == null ? null : findById(new VisitRow.Key(record, visitId));
        if (row == null) {
            return false;
        }
        row.retractedAt = retraction.at();
        row.retractedBecause = retraction.because().name();
        return true;
    }

    @Override
    public List<Quarantined> quarantineOthersThan(UUID record, Demographics vouched, Instant now) {
        var quarantined = new ArrayList<Quarantined>();
        for (var row : list("recordId", record)) {
            if (!vouched.agreesWith(new Demographics(row.demographics))) {
                putApart(row, HeldBecause.IDENTITY_DIFFERS, now);
                quarantined.add(new Quarantined(row.id, row.facility));
            }
        }
        return List.copyOf(quarantined);
    }

    /// Takes a visit out of its record and keeps it under a key of its own.
    HeldVisitRow putApart(VisitRow row, HeldBecause because, Instant now) {
        var document = DocumentRow.<DocumentRow>findByIdOptional(new VisitRow.Key(row.recordId, row.id))
                .orElseThrow();
        var held = new HeldVisitRow();
        held.id = row.id;
        held.recordId = row.recordId;
        held.because = because.name();
        held.facility = row.facility;
        held.episode = row.episode;
        held.admittedAt = row.admittedAt;
        held.receivedAt = row.receivedAt;
        held.heldAt = now;
        held.format = row.format;
        held.version = row.version;
        held.demographics = row.demographics;
        held.sha256 = document.sha256;
        held.rules = row.rules;
        held.summary = vault.seal(row.id, vault.open(row.recordId, row.summary));
        held.document = vault.seal(row.id, vault.open(row.recordId, document.document));
        held.persist();
        document.delete();
        delete(row);
        return held;
    }

    @Override
    public List<Kept> newestFirst(UUID citizen, @Nullable Cursor after, int limit) {
        return newestFirst(OWN, citizen, after, limit);
    }

    @Override
    public List<Kept> inRecord(UUID record, @Nullable Cursor after, int limit) {
        return newestFirst("recordId = ?1", record, after, limit);
    }

    private List<Kept> newestFirst(String whose, UUID id, @Nullable Cursor after, int limit) {
        var order = " order by admittedAt desc, id desc";
        var query = after == null
                ? find(whose + order, id)
                : find(whose + " and (admittedAt, id) < (?2, ?3)" + order, id, after.at(), after.id());
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

    @Override
    public List<Filed> filed(UUID record, @Nullable UUID visit) {
        var which = "recordId = ?1" + (visit == null ? "" : " and id = ?2");
        var asked = visit == null ? new Object[] {record} : new Object[] {record, visit};
        var documents =
                DocumentRow.<DocumentRow>stream(which, asked).collect(Collectors.toMap(one -> one.id, one -> one));
        return find(which + " order by admittedAt desc, id desc", asked).stream()
                .map(row -> new Filed(kept(row), document(row, requireNonNull(documents.get(row.id)))))
                .toList();
    }

    @Override
    public List<Filed> filedBefore(UUID record, UUID visit) {
        return EarlierVersionRow.latestFirst(record, visit).stream()
                .map(row -> new Filed(kept(row), document(record, visit, row.format, row.sha256, row.document)))
                .toList();
    }

    private Document document(VisitRow row, DocumentRow document) {
        return document(row.recordId, row.id, row.format, document.sha256, document.document);
    }

    private Document document(UUID subject, UUID visit, String format, byte[] sha256, byte[] sealed) {
        var bytes = Packing.unpack(vault.open(subject, sealed));
        if (!MessageDigest.isEqual(sha256, Sha256.of(bytes))) {
            throw new IllegalStateException("the document of visit " + visit + " is not what was sent");
        }
        return new Document(DocumentFormat.valueOf(format), bytes);
    }

    private Kept kept(VisitRow row) {
        var retraction = row.retractedAt == null || row.retractedBecause == null
                ? null
                : new Retraction(row.retractedAt, RetractedBecause.valueOf(row.retractedBecause));
        var shown = HivRedaction.again(read(row.id, vault.open(row.recordId, row.summary)));
        return new Kept(
                row.id,
                DocumentFormat.valueOf(row.format),
                retraction == null ? shown : shown.withoutFindings(),
                row.version,
                row.receivedAt,
                retraction);
    }

    @Override
    public List<Kept> versions(UUID citizen, UUID visit) {
        return find(OWN + " and id = ?2", citizen, visit)
                .firstResultOptional()
                .map(row -> {
                    var all = new ArrayList<>(List.of(kept(row)));
                    EarlierVersionRow.latestFirst(row.recordId, row.id).forEach(earlier -> all.add(kept(earlier)));
                    return List.copyOf(all);
                })
                .orElse(List.of());
    }

    private Kept kept(EarlierVersionRow row) {
        return new Kept(
                row.visitId,
                DocumentFormat.valueOf(row.format),
                HivRedaction.again(read(row.visitId, vault.open(row.subject, row.summary))),
                row.version,
                row.receivedAt,
                null);
    }

    /// What a summary says, once it is opened; under the rules it was kept by.
    Visit read(UUID visit, byte[] summary) {
        try {
            return SummaryJson.read(json, Packing.unpack(summary));
        } catch (IOException e) {
            throw new UncheckedIOException("the summary of visit " + visit, e);
        }
    }

    private byte[] summary(Visit visit) {
        try {
            return json.writeValueAsBytes(SummaryJson.of(visit.withoutNumber()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] summary(UUID subject, Visit visit) {
        return vault.seal(subject, Packing.summary(summary(visit)));
    }

    @Override
    public byte[] document(UUID subject, byte[] sealed) {
        return Packing.unpack(vault.open(subject, sealed));
    }
}
