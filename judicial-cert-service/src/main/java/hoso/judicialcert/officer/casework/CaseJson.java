package hoso.judicialcert.officer.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.Queue;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.register.entry.EntryJson;
import hoso.judicialcert.request.lifecycle.Proposal;
import hoso.judicialcert.request.lifecycle.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as officers are told of it.
final class CaseJson {
    private CaseJson() {}

    /// A line of a queue: nothing personal until it is opened.
    ///
    /// @param why an officer has to see to it; null where that is clear
    /// @param stepExpectedAt by when the step at hand should be done
    /// @param late whether the whole should have been decided by now
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            UUID requestId,
            String dossierCode,
            CertificateKind kind,
            String status,
            Status.@Nullable Referral why,
            Instant receivedAt,
            Instant expectedAt,
            Instant since,
            @Nullable Instant stepExpectedAt,
            boolean late,
            boolean stepLate,
            @JsonUnwrapped Claim claim) {}

    /// Who has it.
    ///
    /// @param heldUntil until when an officer has it; null when nobody does
    /// @param mine whether that is the caller
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Claim(@Nullable Instant heldUntil, boolean mine) {}

    /// A case beside the register.
    ///
    /// @param hindrance what kept the system from doing it, for the operator; null where nothing did
    /// @param proposal what another officer found, to be approved
    record Opened(
            Line request,
            String why,
            @Nullable String hindrance,
            String purpose,
            Applicant applicant,
            List<EntryJson.Shown> judgments,
            List<EntryJson.Shown> candidates,
            @Nullable Proposal proposal,
            @Nullable Supplement supplement)
            implements Sensitive {

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What the citizen was asked for.
    record Supplement(String wanted, Instant until) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A step or a deed.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Happened(
            Instant at,
            String step,
            @Nullable String text,
            @Nullable UUID officer,
            @Nullable String code,
            @Nullable String note)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static Line line(Queue.QueuedCase place, UUID officer, Instant now) {
        var request = place.request();
        var claim = place.claim();
        var stepDue = place.stepDue();
        return new Line(
                request.id().value(),
                request.dossierCode().value(),
                request.application().kind(),
                request.status().name(),
                Queue.whyOf(request.status()),
                request.receivedAt(),
                request.terms().due().at(),
                request.status().since(),
                stepDue,
                request.isLate(now),
                stepDue != null && stepDue.isBefore(now),
                new Claim(
                        claim == null ? null : claim.until(),
                        claim != null && claim.officer().value().equals(officer)));
    }

    static Opened opened(OpenCase.Opened opened, UUID officer, Instant now) {
        var request = opened.request();
        var why = Queue.whyOf(request.status());
        return new Opened(
                line(opened.place(), officer, now),
                why == null ? request.status().name() : why.name(),
                request.status() instanceof Status.Referred(var _, var _, var hindrance) ? hindrance : null,
                request.application().purpose(),
                request.applicant(),
                opened.own().stream().map(EntryJson::of).toList(),
                opened.candidates().stream().map(EntryJson::of).toList(),
                request.status() instanceof Status.Approval(var _, var _, var proposal) ? proposal : null,
                request.status() instanceof Status.SupplementRequested(var _, var _, var _, var wanted, var until)
                        ? new Supplement(wanted, until)
                        : null);
    }

    static Happened happened(Happening happening, Law law, Locale language) {
        var deed = happening.deed();
        if (deed == null) {
            var step = Objects.requireNonNull(happening.step());
            return new Happened(happening.at(), step, law.texts().step(step).in(language), null, null, null);
        }
        var content = deed.content();
        return new Happened(
                deed.at(),
                deed.kind().name(),
                null,
                deed.officer().value(),
                content == null ? null : content.code(),
                content == null || content.text().isEmpty() ? null : content.text());
    }
}
