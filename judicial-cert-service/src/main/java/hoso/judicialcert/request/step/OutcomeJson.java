package hoso.judicialcert.request.step;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.lifecycle.Basis;
import hoso.judicialcert.request.lifecycle.Proposal;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.Accepted;
import hoso.judicialcert.request.lifecycle.Status.Approval;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import hoso.judicialcert.request.lifecycle.Status.Declined;
import hoso.judicialcert.request.lifecycle.Status.Delivered;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.Issued;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import hoso.judicialcert.request.lifecycle.Status.Referred;
import hoso.judicialcert.request.lifecycle.Status.Revoked;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.StopReason;
import hoso.judicialcert.request.lifecycle.Status.Stopped;
import hoso.judicialcert.request.lifecycle.Status.Superseded;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import hoso.judicialcert.request.lifecycle.Status.WaiverReview;
import hoso.judicialcert.request.lifecycle.Status.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a status knows beside its name.
record OutcomeJson(
        @Nullable Referral why,
        @Nullable UUID officer,
        @Nullable UUID checker,
        @Nullable String reason,
        @Nullable List<UUID> judgments,
        @Nullable List<String> seen,
        Proposal.@Nullable Verdict verdict,
        @Nullable Instant until,
        @Nullable StopReason stopped,
        @Nullable UUID successor)
        implements Sensitive {

    static OutcomeJson of(Status status) {
        return switch (status) {
            case Referred(var _, var why, var hindrance) ->
                new OutcomeJson(why, null, null, hindrance, null, null, null, null, null, null);
            case SupplementRequested(var _, var why, var officer, var wanted, var until) ->
                new OutcomeJson(why, officer.value(), null, wanted, null, null, null, until, null, null);
            case Approval(var _, var why, var found) ->
                new OutcomeJson(
                        why,
                        found.officer().value(),
                        null,
                        found.reason(),
                        found.judgments(),
                        found.seen(),
                        found.verdict(),
                        null,
                        null,
                        null);
            case Signing(var _, Basis.OfficerDecision(var officer, var checker, var reason, var judgments, var seen)) ->
                new OutcomeJson(
                        null,
                        officer.value(),
                        checker == null ? null : checker.value(),
                        reason,
                        judgments,
                        seen,
                        null,
                        null,
                        null,
                        null);
            case Declined(var _, var officer, var reason) ->
                new OutcomeJson(null, officer.value(), null, reason, null, null, null, null, null, null);
            case Stopped(var _, var stopped) ->
                new OutcomeJson(null, null, null, null, null, null, null, null, stopped, null);
            case Superseded(var _, var _, var successor) ->
                new OutcomeJson(null, null, null, null, null, null, null, null, null, successor.value());
            case Revoked(var _, var _, var reason) ->
                new OutcomeJson(null, null, null, reason, null, null, null, null, null, null);
            case FeeDue _, WaiverReview _, Checking _, Accepted _, Signing _, Issued _, Delivered _, Withdrawn _ ->
                NOTHING;
        };
    }

    static final OutcomeJson NOTHING = new OutcomeJson(null, null, null, null, null, null, null, null, null, null);

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }

    /// The status of this name, for those that know something beside it.
    Status status(CertificateRequestRow row) {
        var since = row.since;
        return switch (row.status) {
            case "REFERRED" -> new Referred(since, there(why), reason);
            case "SUPPLEMENT_REQUESTED" ->
                new SupplementRequested(since, there(why), officerId(), there(reason), there(until));
            case "APPROVAL" ->
                new Approval(
                        since,
                        there(why),
                        new Proposal(officerId(), there(verdict), there(reason), all(judgments), all(seen)));
            case "DECLINED" -> new Declined(since, officerId(), there(reason));
            case "STOPPED" -> new Stopped(since, there(stopped));
            case "SUPERSEDED" -> new Superseded(since, certificate(row), new CertificateId(there(successor)));
            case "REVOKED" -> new Revoked(since, certificate(row), there(reason));
            default -> throw new IllegalStateException("unknown status " + row.status);
        };
    }

    /// Why it may be signed: an officer decided so.
    Basis basis() {
        return new Basis.OfficerDecision(
                officerId(), checker == null ? null : new OfficerId(checker), there(reason), all(judgments), all(seen));
    }

    private static <T> List<T> all(@Nullable List<T> kept) {
        return Objects.requireNonNullElse(kept, List.of());
    }

    private OfficerId officerId() {
        return new OfficerId(there(officer));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    static CertificateId certificate(CertificateRequestRow row) {
        return new CertificateId(Objects.requireNonNull(row.certificateId));
    }
}
