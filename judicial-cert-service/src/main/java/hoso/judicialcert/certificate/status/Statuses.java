package hoso.judicialcert.certificate.status;

import hoso.judicialcert.person.CertificateId;
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

    /// The next number of a copy, from 0.
    long nextCopy();
}
