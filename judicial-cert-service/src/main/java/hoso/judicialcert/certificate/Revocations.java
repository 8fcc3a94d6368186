package hoso.judicialcert.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// Tells which certificates were revoked, with the authority's own word for it.
interface Revocations {

    /// What proves that none of a chain was revoked.
    ///
    /// @param chain a certificate, then those above it; the last is not asked about
    /// @throws SigningAway when that is not so, or cannot be told
    Evidence about(List<X509Certificate> chain);

    /// Revocation lists and answers of OCSP responders (DER), and the certificates that signed them.
    record Evidence(List<byte[]> lists, List<byte[]> answers, List<X509Certificate> certificates) {
        static final Evidence NONE = new Evidence(List.of(), List.of(), List.of());

        boolean isEmpty() {
            return lists.isEmpty() && answers.isEmpty();
        }

        /// Both, each thing once.
        Evidence and(Evidence other) {
            var all = new LinkedHashSet<>(certificates);
            all.addAll(other.certificates);
            return new Evidence(together(lists, other.lists), together(answers, other.answers), List.copyOf(all));
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
}
