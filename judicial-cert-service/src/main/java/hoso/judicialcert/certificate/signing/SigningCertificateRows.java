package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.proof.statement.TrustBundle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// The signers' certificates in the database.
@ApplicationScoped
class SigningCertificateRows implements SigningCertificates {
    private final EntityManager entities;

    SigningCertificateRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void remember(X509Certificate signer, Instant now) {
        try {
            entities.createNativeQuery("""
                            insert into signing_certificate (key_id, certificate, first_used)
                            values (:key, :certificate, :now) on conflict do nothing
                            """)
                    .setParameter("key", TrustBundle.keyId(signer))
                    .setParameter("certificate", signer.getEncoded())
                    .setParameter("now", now)
                    .executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    @Transactional
    public List<X509Certificate> all() {
        List<?> rows = entities.createNativeQuery("select certificate from signing_certificate order by first_used")
                .getResultList();
        return rows.stream()
                .map(byte[].class::cast)
                .map(SigningCertificateRows::certificate)
                .toList();
    }

    private static X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
