package hoso.judicialcert.verification.single;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.HolderFields;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.certificate.log.Act;
import hoso.judicialcert.certificate.log.Entered;
import hoso.judicialcert.certificate.log.IssuanceLog;
import hoso.judicialcert.certificate.log.Issuing;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The register of certificates, in memory.
final class InMemoryRegister implements Certificates {
    static final Instant ISSUED = Instant.parse("2026-05-20T03:00:00Z");
    private final Map<String, Certificate> byDigest = new HashMap<>();
    private final Map<String, Certificate> byCode = new HashMap<>();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private boolean away;

    Certificate add(byte[] document, String number, String code) {
        return add(document, number, code, new Standing.Valid(ISSUED));
    }

    Certificate add(byte[] document, String number, String code, Standing standing) {
        var certificate = new Certificate(
                new CertificateId(new UUID(7, byDigest.size())),
                new RequestId(new UUID(8, byDigest.size())),
                new CitizenId(new UUID(9, byDigest.size())),
                number,
                CertificateKind.NO_1,
                "H26",
                "template",
                ISSUED,
                Sha256.hex(document),
                document.length,
                standing,
                70_001);
        byDigest.put(certificate.digest(), certificate);
        byCode.put(code, certificate);
        logged.add(certificate.digest());
        return certificate;
    }

    void addBehindOurBack(byte[] document, String number, String code) {
        logged.remove(add(document, number, code).digest());
    }

    /// The issuance log beside it.
    IssuanceLog log() {
        return new IssuanceLog() {
            @Override
            public void enter(UUID certificate, Act act, String digest, Instant at) {
                logged.add(digest);
            }

            @Override
            public Entered find(String digest) {
                return find(issuing(digest));
            }

            @Override
            public Entered find(Issuing issuing) {
                return issuing instanceof Issuing.Unplaced ? new Entered.Lately() : new Entered.Never();
            }
        };
    }

    /// Both side by side.
    IssuedRegister register() {
        return digest -> withDigest(digest).map(found -> new IssuedRegister.Registered(found, issuing(digest)));
    }

    private Issuing issuing(String digest) {
        return logged.contains(digest) ? new Issuing.Unplaced() : new Issuing.Unknown();
    }

    void isAway() {
        away = true;
    }

    private void ask() {
        if (away) {
            throw new IllegalStateException(new SQLException("the connection is gone", "08006"));
        }
    }

    @Override
    public Optional<Certificate> find(CertificateId id) {
        ask();
        return byDigest.values().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Certificate> find(CertificateId id, CitizenId holder) {
        return find(id).filter(one -> one.holder().equals(holder));
    }

    @Override
    public Optional<Certificate> reread(CertificateId id) {
        return find(id);
    }

    @Override
    public Optional<Certificate> withDigest(String digest) {
        ask();
        return Optional.ofNullable(byDigest.get(digest));
    }

    @Override
    public List<Certificate> withNumber(String number) {
        ask();
        return byDigest.values().stream()
                .filter(one -> one.number().equals(number))
                .toList();
    }

    @Override
    public Optional<Certificate> withCode(VerificationCode code) {
        ask();
        return Optional.ofNullable(byCode.get(code.value()));
    }

    @Override
    public Optional<Certificate> withCode(VerificationCode code, HolderFields fields) {
        return withCode(code);
    }

    @Override
    public long lastStatusIndex() {
        return 70_001;
    }

    @Override
    public byte[] document(Certificate certificate) {
        throw new IllegalStateException("nobody reads documents here");
    }
}
