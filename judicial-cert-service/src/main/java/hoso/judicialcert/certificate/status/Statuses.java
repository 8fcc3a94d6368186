package hoso.judicialcert.certificate.status;

import hoso.judicialcert.person.CertificateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the lists are made of.
interface Statuses {

    /// Numbers of the lists in which somebody has a place.
    List<Long> lists();

    /// The entries of a list that are not valid.
    Map<Integer, StatusBits.Status> notValid(long list);

    /// Notes whose place it is; false when it is taken.
    boolean take(StatusIndex place, CertificateId certificate);

    /// Notes that a place is a certificate's; false when it is taken.
    boolean takeForCertificate(StatusIndex place);

    /// Notes that a place is nobody's and seems not to be valid from a moment on; false when it is taken.
    boolean takeForDecoy(StatusIndex place, StatusBits.Status turnsTo, Instant turnsAt);

    /// The next number of a certificate, from 0.
    long nextCertificate();

    /// The next number of a copy, from 0.
    long nextCopy();
}
