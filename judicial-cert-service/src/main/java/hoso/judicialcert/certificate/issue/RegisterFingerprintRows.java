package hoso.judicialcert.certificate.issue;

import hoso.chassis.vault.BlindIndex;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.matching.Candidate;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.register.matching.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The marks in the database: keyed digests with the certificate's id in them, so that nobody sees in the table which
/// certificates say the same, or which say nothing.
@ApplicationScoped
class RegisterFingerprintRows implements RegisterFingerprints {
    private static final String ADD = """
            insert into certificate_register_mark (certificate_id, shown, weighed) values (:id, :shown, :weighed)
            """;
    private static final String FIND = """
            select shown, weighed from certificate_register_mark where certificate_id = :id
            """;

    private final EntityManager entities;
    private final BlindIndex blindIndex;

    RegisterFingerprintRows(EntityManager entities, BlindIndex blindIndex) {
        this.entities = entities;
        this.blindIndex = blindIndex;
    }

    /// Keeps what was found, and what of it stands on the certificate; in the transaction that issues.
    @Transactional(TxType.MANDATORY)
    void keep(CertificateId certificate, Finding finding, Extract shown) {
        entities.createNativeQuery(ADD)
                .setParameter("id", certificate.value())
                .setParameter(
                        "shown",
                        blindIndex(certificate, Stream.concat(shown.convictions().stream(), shown.bans().stream())))
                .setParameter("weighed", blindIndex(certificate, Stream.concat(own(finding), doubtful(finding))))
                .executeUpdate();
    }

    @Override
    @Transactional
    public boolean areKept(CertificateId certificate) {
        return find(certificate).isPresent();
    }

    @Override
    @Transactional
    public boolean areStill(CertificateId certificate, Finding today) {
        var kept = find(certificate).orElseThrow();
        var weighed = blindIndex(certificate, Stream.concat(own(today), doubtful(today)));
        if (MessageDigest.isEqual(kept.get("weighed", byte[].class), weighed)) {
            return true;
        }
        // Somebody an officer had ruled out may have gone from the register: what stands on the certificate is the
        // same.
        return doubtful(today).findAny().isEmpty()
                && MessageDigest.isEqual(kept.get("shown", byte[].class), blindIndex(certificate, own(today)));
    }

    private Optional<Tuple> find(CertificateId certificate) {
        List<?> rows = entities.createNativeQuery(FIND, Tuple.class)
                .setParameter("id", certificate.value())
                .getResultList();
        return rows.stream().findFirst().map(Tuple.class::cast);
    }

    private byte[] blindIndex(CertificateId certificate, Stream<? extends Entry> entries) {
        return blindIndex.of("register:" + certificate + ":"
                + entries.map(Entry::id).map(UUID::toString).sorted().collect(Collectors.joining(",")));
    }

    private static Stream<Entry> own(Finding finding) {
        return switch (finding) {
            case Finding.OnRecord found -> found.own().stream();
            case Finding.Clean _, Finding.Uncertain _ -> Stream.of();
        };
    }

    private static Stream<Entry> doubtful(Finding finding) {
        return switch (finding) {
            case Finding.OnRecord found -> found.others().stream().map(Candidate::entry);
            case Finding.Uncertain found -> found.candidates().stream().map(Candidate::entry);
            case Finding.Clean _ -> Stream.of();
        };
    }
}
