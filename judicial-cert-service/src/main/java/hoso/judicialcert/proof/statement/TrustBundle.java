package hoso.judicialcert.proof.statement;

import hoso.chassis.hash.Sha256;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Whom a verifier believes.
///
/// @param anchors certificates of the authorities at the top
/// @param signers certificates of the keys that sign or signed for the agency, by key id: under one authority there are
///     many who are not the agency
public record TrustBundle(List<X509Certificate> anchors, Map<String, X509Certificate> signers) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public TrustBundle {
        anchors = List.copyOf(anchors);
        signers = Map.copyOf(signers);
    }

    public static TrustBundle of(Collection<X509Certificate> anchors, Collection<X509Certificate> signers) {
        var byKey = new TreeMap<String, X509Certificate>();
        signers.forEach(signer -> byKey.put(keyId(signer), signer));
        return new TrustBundle(List.copyOf(anchors), byKey);
    }

    /// What a key is called: the first eight bytes of the SHA-256 of its certificate, hexadecimal.
    public static String keyId(X509Certificate certificate) {
        return fingerprint(certificate).substring(0, 16);
    }

    /// SHA-256 of a certificate, hexadecimal: to be compared with what the agency published elsewhere.
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The signer of that key id, if its certificate was good at the moment.
    public Optional<X509Certificate> signer(String keyId, Instant at) {
        return Optional.ofNullable(signers.get(keyId)).filter(signer -> isGood(List.of(signer), at));
    }

    /// The signer of that key id, if its certificate was good at any moment of a day in Viet Nam: a paper says the day
    /// of its issue and no hour.
    public Optional<X509Certificate> signer(String keyId, LocalDate day) {
        return Optional.ofNullable(signers.get(keyId)).filter(signer -> {
            var begin = day.atStartOfDay(ZONE).toInstant();
            var end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
            var first = signer.getNotBefore().toInstant();
            var at = first.isAfter(begin) ? first : begin;
            return at.isBefore(end) && isGood(List.of(signer), at);
        });
    }

    /// The signers that an anchor vouches for, also those whose time is over: what they signed then counts.
    public List<X509Certificate> trusted() {
        return signers.values().stream()
                .filter(signer -> isGood(List.of(signer), signer.getNotBefore().toInstant()))
                .toList();
    }

    /// Whether this is one of the signers, and a chain from it to an anchor was good at the moment.
    ///
    /// @param chain the signer's certificate, then those above it
    public boolean trusts(List<X509Certificate> chain, Instant at) {
        return !chain.isEmpty() && signers.containsKey(keyId(chain.getFirst())) && isGood(chain, at);
    }

    private boolean isGood(List<X509Certificate> chain, Instant at) {
        var below = chain.stream()
                .filter(certificate -> !anchors.contains(certificate))
                .collect(Collectors.toCollection(ArrayList::new));
        try {
            var parameters = new PKIXParameters(anchors.stream()
                    .map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet()));
            // Recalled keys are taken out of the bundle; nothing is fetched from an address in a stranger's file.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
