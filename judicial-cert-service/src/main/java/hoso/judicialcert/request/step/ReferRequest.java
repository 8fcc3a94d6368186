package hoso.judicialcert.request.step;

import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Brings a request to an officer, with the date by which it is then expected: where a record has to be looked into,
/// the law gives more time (Law 28/2009 Art. 48.1).
@Singleton
public class ReferRequest {
    private final Law law;

    ReferRequest(Law law) {
        this.law = law;
    }

    public Decision refer(CertificateRequest request, Referral why, Instant now) {
        var terms = request.terms();
        if (terms.limit() == DeadlineKind.URGENT || !takesLonger(why)) {
            return request.refer(why, terms.limit(), terms.due(), now);
        }
        var longer = law.due(terms.from(), DeadlineKind.LONG, Law.dayOf(request.receivedAt()));
        return request.refer(why, DeadlineKind.LONG, later(terms.due(), longer), now);
    }

    private static boolean takesLonger(Referral why) {
        return switch (why) {
            case ON_RECORD, UNCERTAIN -> true;
            case CORRECTION, PAPERS, NOT_CHECKED, NOT_WRITTEN -> false;
        };
    }

    private static Deadline later(Deadline one, Deadline other) {
        return other.at().isAfter(one.at()) ? other : one;
    }
}
