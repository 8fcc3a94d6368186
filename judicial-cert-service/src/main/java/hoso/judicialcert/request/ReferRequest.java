package hoso.judicialcert.request;

import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Due;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Limit;
import hoso.judicialcert.request.Status.Referral;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Brings a request to an officer, with the date by which it is then expected: where a record has to be looked into,
/// the
/// law gives more time (Law 28/2009 Art. 48.1).
@Singleton
public class ReferRequest {
    private final Law law;

    ReferRequest(Law law) {
        this.law = law;
    }

    public Decision refer(CertificateRequest request, Referral why, Instant now) {
        return request.refer(why, due(request, why), now);
    }

    private Due due(CertificateRequest request, Referral why) {
        var known = request.terms().due();
        if (request.requester().capacity() == Capacity.PROCEDURE_AGENCY) {
            return known;
        }
        return switch (why) {
            case ON_RECORD, UNCERTAIN -> later(known, law.due(request.receivedAt(), Limit.LONG));
            case CORRECTION, PAPERS -> known;
        };
    }

    private static Due later(Due one, Due other) {
        return other.at().isAfter(one.at()) ? other : one;
    }
}
