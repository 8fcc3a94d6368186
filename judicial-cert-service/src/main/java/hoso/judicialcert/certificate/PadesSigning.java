package hoso.judicialcert.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/// Signs a document as PAdES baseline B. The container is made here and not by a signature library, whose model of a
/// PDF costs a hundred times what the signature does; the same library examines each kind of file in the tests.
final class PadesSigning {
    private final Signatory signatory;
    private final ConcurrentHashMap<X509Certificate, Cms> containers = new ConcurrentHashMap<>();

    PadesSigning(Signatory signatory) {
        this.signatory = signatory;
    }

    /// The key that a document begun now is signed with.
    Signatory key() {
        return signatory.now();
    }

    /// Who signs, as it is written on the page.
    static String signer(Signatory key) {
        try {
            var name = new JcaX509CertificateHolder(key.chain().getFirst()).getSubject();
            var common = name.getRDNs(BCStyle.CN);
            return common.length == 0
                    ? name.toString()
                    : IETFUtils.valueToString(common[0].getFirst().getValue());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The signed document.
    byte[] sign(Signatory key, Draft draft, String place, Instant at) {
        var container = containers.computeIfAbsent(key.chain().getFirst(), _ -> new Cms(key.chain()));
        var file = draft.signable(new Draft.Wish(place, at, container.size(), List.of(), List.of(), List.of()));
        var attributes = container.attributes(file.digest());
        return file.with(container.contained(attributes, key.sign(Cms.der(attributes)), new byte[0]));
    }

    /// SHA-256 in hexadecimal.
    static String digest(byte[] document) {
        return HexFormat.of().formatHex(Draft.sha256().digest(document));
    }
}
