package hoso.judicialcert.certificate.issue;

import hoso.chassis.vault.BlindIndex;
import hoso.chassis.vault.Vault;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.status.CertificateIndexes;
import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Certificates in the database.
@ApplicationScoped
class CertificateRows implements Certificates, PanacheRepositoryBase<CertificateRow, UUID> {
    private static final String ADD = """
            insert into certificate (id, request_id, holder, number, kind, agency, template, issued_at, digest, size,
                                     standing_since, status_index, requester, withheld, code_mark, fields_mark, document)
            values (:id, :request, :holder, :number, :kind, :agency, :template, :issued, :digest, :size,
                    :issued, :index, cast(:requester as uuid), :withheld, :code, :fields, :document)
            """;
    private static final byte[] NOBODY = new byte[32];

    private final Vault vault;
    private final BlindIndex blindIndex;
    private final CertificateIndexes indexes;

    CertificateRows(Vault vault, BlindIndex blindIndex, CertificateIndexes indexes) {
        this.vault = vault;
        this.blindIndex = blindIndex;
        this.indexes = indexes;
    }

    @Override
    @Transactional
    public Optional<Certificate> find(CertificateId id) {
        return findByIdOptional(id.value()).map(CertificateRows::certificate);
    }

    @Override
    @Transactional
    public Optional<Certificate> find(CertificateId id, CitizenId holder) {
        return find("id = ?1 and (holder = ?2 and not withheld or requester = ?2)", id.value(), holder.value())
                .firstResultOptional()
                .map(CertificateRows::certificate);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Certificate> reread(CertificateId id) {
        return findByIdOptional(id.value()).map(row -> {
            getEntityManager().refresh(row);
            return certificate(row);
        });
    }

    @Override
    @Transactional
    public Optional<Certificate> withDigest(String digest) {
        return find("digest", digest).firstResultOptional().map(CertificateRows::certificate);
    }

    @Override
    @Transactional
    public List<Certificate> withNumber(String number) {
        return find("number", number).list().stream()
                .map(CertificateRows::certificate)
                .toList();
    }

    @Override
    @Transactional
    public Optional<Certificate> withCode(VerificationCode code) {
        return find("codeMark", (Object) blindIndex(code)).firstResultOptional().map(CertificateRows::certificate);
    }

    @Override
    @Transactional
    public Optional<Certificate> withCode(VerificationCode code, HolderFields fields) {
        var row = find("codeMark", (Object) blindIndex(code)).firstResultOptional();
        var known = row.map(found -> found.fieldsMark).orElse(NOBODY);
        return MessageDigest.isEqual(known, blindIndex(fields))
                ? row.map(CertificateRows::certificate)
                : Optional.empty();
    }

    @Override
    @Transactional
    public byte[] document(Certificate certificate) {
        var sealed = (byte[]) getEntityManager()
                .createNativeQuery("select document from certificate where id = :id")
                .setParameter("id", certificate.id().value())
                .getSingleResult();
        return vault.open(certificate.holder().value(), sealed);
    }

    @Override
    @Transactional
    public long lastStatusIndex() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(max(status_index), 0) from certificate")
                        .getSingleResult())
                .longValue();
    }

    /// The next number of a kind of an agency in a year. It is taken under the lock of its series and given back if the
    /// transaction fails: no number is missing or given twice. Each kind has a series, so that whoever
    /// reads No. 1 finds no gap where a No. 2 was issued.
    String nextNumber(CertificateKind kind, AgencyRule.Agency agency, int year) {
        var series = switch (kind) {
            case NO_1 -> new Series("certificate_series", "");
            case NO_2 -> new Series("certificate_series_no_2", "2");
        };
        var next = (Number) getEntityManager()
                .createNativeQuery(series.next())
                .setParameter("agency", agency.code())
                .setParameter("year", year)
                .getSingleResult();
        return next + "/" + year + "/" + agency.symbol() + series.suffix();
    }

    /// Numbers that follow one another.
    ///
    /// @param suffix what the symbol of the agency is followed by
    private record Series(String table, String suffix) {
        String next() {
            return """
                    insert into %1$s (agency, year, last) values (:agency, :year, 1)
                    on conflict (agency, year) do update set last = %1$s.last + 1
                    returning last
                    """.formatted(table);
        }
    }

    /// The next place in the status lists.
    long nextStatusIndex(Instant now) {
        return indexes.next(now);
    }

    /// Adds a certificate; a second one for the same request breaks the transaction.
    ///
    /// @param requester who asked for it and may read it too; null when an organisation did
    /// @param isWithheld asked for in proceedings: its holder sees nothing of it
    void add(
            Certificate certificate,
            @Nullable CitizenId requester,
            boolean isWithheld,
            VerificationCode code,
            HolderFields fields,
            byte[] document) {
        getEntityManager()
                .createNativeQuery(ADD)
                .setParameter("id", certificate.id().value())
                .setParameter("request", certificate.request().value())
                .setParameter("holder", certificate.holder().value())
                .setParameter("number", certificate.number())
                .setParameter("kind", certificate.kind().name())
                .setParameter("agency", certificate.agency())
                .setParameter("template", certificate.template())
                .setParameter("issued", certificate.issuedAt())
                .setParameter("digest", certificate.digest())
                .setParameter("size", certificate.size())
                .setParameter("index", certificate.statusIndex())
                .setParameter("requester", requester == null ? null : requester.toString())
                .setParameter("withheld", isWithheld)
                .setParameter("code", blindIndex(code))
                .setParameter("fields", blindIndex(fields))
                .setParameter("document", vault.seal(certificate.holder().value(), document))
                .executeUpdate();
    }

    /// It counts no more.
    void change(CertificateId id, Standing standing) {
        var row = findById(id.value());
        row.standing = standing.name();
        row.standingSince = standing.since();
        switch (standing) {
            case Standing.Valid _ -> throw new IllegalArgumentException("what counts no more never counts again");
            case Standing.Superseded(var _, var successor) -> row.successor = successor.value();
            case Standing.Revoked(var _, var reason) -> row.standingReason = reason;
        }
    }

    private byte[] blindIndex(VerificationCode code) {
        return blindIndex.of("code:" + code.value());
    }

    private byte[] blindIndex(HolderFields fields) {
        return blindIndex.of("fields:" + fields.folded());
    }

    private static Certificate certificate(CertificateRow row) {
        return new Certificate(
                new CertificateId(row.id),
                new RequestId(row.requestId),
                new CitizenId(row.holder),
                row.number,
                CertificateKind.valueOf(row.kind),
                row.agency,
                row.template,
                row.issuedAt,
                row.digest,
                row.size,
                Standing.of(row.standing, row.standingSince, row.standingReason, row.successor),
                row.statusIndex);
    }
}
