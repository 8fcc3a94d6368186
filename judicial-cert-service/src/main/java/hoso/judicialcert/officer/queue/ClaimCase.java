package hoso.judicialcert.officer.queue;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Refusal;
import hoso.judicialcert.request.lifecycle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Lets an officer take a case, so that nobody else works on it; and give it back. Whoever leaves it alone for longer
/// than the lease loses it to the next who asks.
@ApplicationScoped
public class ClaimCase {
    private final CertificateRequests requests;
    private final CaseClaimRows claims;
    private final OfficerActions deeds;
    private final JudicialCertConfig config;
    private final Clock clock;

    ClaimCase(
            CertificateRequests requests,
            CaseClaimRows claims,
            OfficerActions deeds,
            JudicialCertConfig config,
            Clock clock) {
        this.requests = requests;
        this.claims = claims;
        this.deeds = deeds;
        this.config = config;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Held(Instant until) implements Outcome {}

        record Free() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Empty when the agency has no such case.
    @Transactional
    public Optional<Outcome> claim(RequestId id, Officer officer) {
        return requests.lockOfAgency(id, officer.agency()).map(request -> claim(request, officer));
    }

    /// Empty when the agency has no such case.
    @Transactional
    public Optional<Outcome> release(RequestId id, Officer officer) {
        return requests.lockOfAgency(id, officer.agency()).map(request -> release(request, officer));
    }

    /// What stands in the way of an officer who wants to change a case: they do not have it.
    @Transactional(TxType.MANDATORY)
    public Optional<Refusal> hindrance(CertificateRequest request, Officer officer) {
        var claim = claims.find(request.id(), now());
        return claim.isEmpty() ? Optional.of(new Refusal.NotClaimed()) : heldByOther(request, officer);
    }

    /// The same where it need not be taken before, but nobody else may have it.
    @Transactional(TxType.MANDATORY)
    public Optional<Refusal> heldByOther(CertificateRequest request, Officer officer) {
        return claims.find(request.id(), now())
                .filter(claim -> !claim.officer().equals(officer.id()))
                .map(claim -> new Refusal.HeldByOther(claim.until()));
    }

    /// Whoever works on a case keeps it.
    @Transactional(TxType.MANDATORY)
    public void renew(RequestId id, Officer officer) {
        claims.renew(id, officer.id(), now(), lease());
    }

    /// The step is done: the case is free.
    @Transactional(TxType.MANDATORY)
    public void end(RequestId id) {
        claims.drop(id);
    }

    private Outcome claim(CertificateRequest request, Officer officer) {
        var refusal = mayNot(request, officer).or(() -> heldByOther(request, officer));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        var now = now();
        var isNew = claims.find(request.id(), now).isEmpty();
        var until = lease();
        if (!claims.take(request.id(), officer.id(), now, until)) {
            throw new IllegalStateException("a case was claimed past its lock");
        }
        if (isNew) {
            deeds.add(request, new OfficerAction(OfficerAction.Kind.CLAIMED, officer.id(), now, null));
        }
        return new Outcome.Held(until);
    }

    private Outcome release(CertificateRequest request, Officer officer) {
        var claim = claims.find(request.id(), now());
        if (claim.isEmpty()) {
            return new Outcome.Free();
        }
        if (!claim.get().officer().equals(officer.id())) {
            return new Outcome.Refused(new Refusal.HeldByOther(claim.get().until()));
        }
        claims.drop(request.id(), officer.id());
        deeds.add(request, new OfficerAction(OfficerAction.Kind.RELEASED, officer.id(), now(), null));
        return new Outcome.Free();
    }

    private static Optional<Refusal> mayNot(CertificateRequest request, Officer officer) {
        if (request.isOwn(officer.id())) {
            return Optional.of(new Refusal.OwnRequest());
        }
        return switch (request.status()) {
            case Status.Referred _, Status.WaiverReview _ -> Optional.empty();
            case Status.Approval(var _, var _, var proposal) ->
                proposal.officer().equals(officer.id()) ? Optional.of(new Refusal.SameOfficer()) : Optional.empty();
            case Status status ->
                Optional.of(
                        status.phase() == Status.Phase.OPEN
                                ? new Refusal.NotAtThisStep(status)
                                : new Refusal.AlreadyDecided(status));
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant lease() {
        return now().plus(config.desk().lease());
    }
}
