package hoso.judicialcert.certificate.pdf;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// Revocation lists and answers of OCSP responders (DER), and the certificates that signed them.
public record RevocationEvidence(List<byte[]> lists, List<byte[]> answers, List<X509Certificate> certificates) {
    public static final RevocationEvidence NONE = new RevocationEvidence(List.of(), List.of(), List.of());

    public boolean isEmpty() {
        return lists.isEmpty() && answers.isEmpty();
    }

    /// Both, each thing once.
    public RevocationEvidence and(RevocationEvidence other) {
        var all = new LinkedHashSet<>(certificates);
        all.addAll(other.certificates);
        return new RevocationEvidence(together(lists, other.lists), together(answers, other.answers), List.copyOf(all));
    }

    private static List<byte[]> together(List<byte[]> some, List<byte[]> others) {
        var all = new ArrayList<>(some);
        for (var other : others) {
            if (some.stream().noneMatch(one -> Arrays.equals(one, other))) {
                all.add(other);
            }
        }
        return List.copyOf(all);
    }
}
