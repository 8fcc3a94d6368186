package hoso.judicialcert.officer.casework;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Proposal;
import hoso.judicialcert.request.lifecycle.Refusal;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Lets an officer take a case of their agency further. Whoever finds something out has claimed the case; whoever
/// approves need not, but nobody else may hold it.
@ApplicationScoped
class DecideRequest {
    private final CertificateRequests requests;
    private final OpenCase open;
    private final TakeStep step;
    private final AmendCase amend;
    private final ClaimCase hold;
    private final OfficerActions deeds;
    private final Law law;
    private final Clock clock;

    DecideRequest(
            CertificateRequests requests,
            OpenCase open,
            TakeStep step,
            AmendCase amend,
            ClaimCase hold,
            OfficerActions deeds,
            Law law,
            Clock clock) {
        this.requests = requests;
        this.open = open;
        this.step = step;
        this.amend = amend;
        this.hold = hold;
        this.deeds = deeds;
        this.law = law;
        this.clock = clock;
    }

    /// What an officer found. Empty when the agency has no such case.
    ///
    /// @param looked the tag of what the officer looked at
    @Transactional
    Optional<Decision> propose(
            RequestId id,
            Officer officer,
            String looked,
            Proposal.Verdict verdict,
            String reason,
            List<UUID> judgments) {
        return requests.lockOfAgency(id, officer.agency()).map(request -> {
            var opened = open.beside(request);
            if (request.status() instanceof Status.Referred && !request.isOwn(officer.id())) {
                var hindrance = hold.hindrance(request, officer);
                if (hindrance.isPresent()) {
                    return new Refused(hindrance.get());
                }
                if (!opened.tag().equals(looked)) {
                    return new Refused(new Refusal.ChangedSince());
                }
                requireCandidates(opened, judgments);
                if (verdict == Proposal.Verdict.ISSUE && amend.changesNothing(request)) {
                    return new Refused(new Refusal.NothingCorrected());
                }
            }
            return propose(opened, officer, verdict, reason, judgments);
        });
    }

    /// The same for an officer who has the case, or takes it for this moment.
    @Transactional(TxType.MANDATORY)
    Decision propose(
            OpenCase.Opened opened, Officer officer, Proposal.Verdict verdict, String reason, List<UUID> judgments) {
        var now = now();
        var proposal = new Proposal(officer.id(), verdict, reason, judgments, opened.seen());
        var decision = opened.request().officerSteps().propose(proposal, now);
        return done(decision, officer, became(decision), OfficerAction.Content.of(reason), now);
    }

    /// The citizen has to give something, within the agency's time limit. Empty when the agency has no such case.
    ///
    /// @param code of `supplements.csv`
    /// @param wanted what beside it, in words for the citizen
    @Transactional
    Optional<Decision> requestSupplement(RequestId id, Officer officer, String code, String wanted) {
        return requests.lockOfAgency(id, officer.agency()).map(request -> {
            if (request.status() instanceof Status.Referred && !request.isOwn(officer.id())) {
                var hindrance = hold.hindrance(request, officer);
                if (hindrance.isPresent()) {
                    return new Refused(hindrance.get());
                }
            }
            var now = now();
            var until = law.due(now, DeadlineKind.SUPPLEMENT, Law.dayOf(request.receivedAt()))
                    .at();
            var ready = law.texts().supplement(code).orElseThrow().vi();
            var words = wanted.isEmpty() ? ready : ready + "\n" + wanted;
            return done(
                    request.officerSteps().requestSupplement(officer.id(), words, until, now),
                    officer,
                    OfficerAction.Kind.SUPPLEMENT_REQUESTED,
                    new OfficerAction.Content(wanted, code, until),
                    now);
        });
    }

    /// Another officer approves. Empty when the agency has no such case.
    ///
    /// @param looked the tag of what the officer looked at
    @Transactional
    Optional<Decision> approve(RequestId id, Officer officer, String looked) {
        return requests.lockOfAgency(id, officer.agency())
                .map(request -> approve(request, officer, decision -> unlessChanged(request, looked, decision)));
    }

    /// The same for a proposal of which nothing more is to be seen than whoever proposed it saw.
    @Transactional(TxType.MANDATORY)
    Decision approve(CertificateRequest request, Officer officer) {
        return approve(request, officer, decision -> decision);
    }

    private Decision approve(CertificateRequest request, Officer officer, UnaryOperator<Decision> check) {
        var now = now();
        return unlessHeld(
                request,
                officer,
                () -> done(
                        check.apply(request.officerSteps().approve(officer.id(), now)),
                        officer,
                        OfficerAction.Kind.APPROVED,
                        null,
                        now));
    }

    /// Another officer does not approve, and says why. Empty when the agency has no such case.
    ///
    /// @param looked the tag of what the officer looked at
    @Transactional
    Optional<Decision> sendBack(RequestId id, Officer officer, String looked, String note) {
        var now = now();
        return requests.lockOfAgency(id, officer.agency())
                .map(request -> unlessHeld(
                        request,
                        officer,
                        () -> done(
                                unlessChanged(
                                        request, looked, request.officerSteps().sendBack(officer.id(), now)),
                                officer,
                                OfficerAction.Kind.SENT_BACK,
                                OfficerAction.Content.of(note),
                                now)));
    }

    /// A decision stands only on what was looked at; what is refused anyhow is refused for its own reason.
    private Decision unlessChanged(CertificateRequest request, String looked, Decision decision) {
        return decision instanceof Became && !open.beside(request).tag().equals(looked)
                ? new Refused(new Refusal.ChangedSince())
                : decision;
    }

    private Decision unlessHeld(CertificateRequest request, Officer officer, Supplier<Decision> act) {
        return hold.heldByOther(request, officer)
                .filter(_ -> request.status() instanceof Status.Approval && !request.isOwn(officer.id()))
                .<Decision>map(Refused::new)
                .orElseGet(act);
    }

    /// Makes the decision true: the step, what the officer did, and the case is free again.
    private Decision done(
            Decision decision,
            Officer officer,
            OfficerAction.Kind kind,
            OfficerAction.@Nullable Content content,
            Instant now) {
        var taken = step.take(decision);
        if (taken instanceof Became(var request, var _)) {
            deeds.add(request, new OfficerAction(kind, officer.id(), now, content));
            hold.end(request.id());
        }
        return taken;
    }

    private static OfficerAction.Kind became(Decision decision) {
        return decision instanceof Became(var request, var _) && request.status() instanceof Status.Approval
                ? OfficerAction.Kind.PROPOSED
                : OfficerAction.Kind.DECIDED;
    }

    /// A judgment that is none of the candidates, by a typing error or from a page gone stale, would silently be left
    /// out of the certificate, and a clean one would be signed.
    private static void requireCandidates(OpenCase.Opened opened, List<UUID> judgments) {
        var known = opened.candidates().stream()
                .map(candidate -> candidate.entry().id())
                .toList();
        if (!known.containsAll(judgments)) {
            throw Problem.invalid(List.of(FieldError.of("/judgments", "unknown")))
                    .raise();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
