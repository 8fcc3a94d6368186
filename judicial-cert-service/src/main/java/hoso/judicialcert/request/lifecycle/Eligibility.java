package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.ProcedureRule;
import hoso.judicialcert.law.ProcedureRule.Procedure.Serves;
import hoso.judicialcert.person.Applicant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Who may ask for what, by the law of the day of receipt.
public record Eligibility(Law law) {

    /// What stands in the way, first things first.
    ///
    /// @param accountLevel of whoever asks in person; of the person concerned when an organisation asks
    public Optional<Refusal> refuses(
            Applicant applicant, Capacity capacity, int accountLevel, Application application, Instant receivedAt) {
        var day = Law.dayOf(receivedAt);
        var rule = procedure(applicant, capacity, day);
        var age = applicant.ageAt(receivedAt);
        if (isInPerson(application.channel()) && accountLevel < rule.accountLevel()) {
            return Optional.of(new Refusal.AccountLevelTooLow(rule.accountLevel()));
        }
        if (application.channel() != Channel.AGENCY
                && !law.kind(application.kind(), day).offered()) {
            return Optional.of(new Refusal.KindNotOffered(application.kind()));
        }
        if (law.entitlement(capacity, age, day)
                .filter(entitlement -> entitlement.allows(application.kind(), application.channel()))
                .isEmpty()) {
            return Optional.of(new Refusal.NotEntitled(capacity));
        }
        if (age < rule.minimumAge()) {
            return Optional.of(new Refusal.TooYoung(rule.minimumAge()));
        }
        if (capacity == Capacity.SELF && age < rule.selfFromAge()) {
            return Optional.of(new Refusal.GuardianNeeded(rule.selfFromAge()));
        }
        if (law.opening(rule.code(), applicant.province(), application.channel(), day)
                .isEmpty()) {
            return Optional.of(new Refusal.NotOpenHere(rule.code(), rule.elsewhere()));
        }
        if (!isShown(application.feeCategory(), applicant)
                || fee(application, application.feeCategory(), receivedAt).isEmpty()) {
            return Optional.of(new Refusal.FeeCategoryNotShown(application.feeCategory()));
        }
        return refusesWaiver(age, application, day);
    }

    /// The procedure it comes under.
    public ProcedureRule.Procedure procedure(Applicant applicant, Capacity capacity, LocalDate day) {
        return switch (capacity) {
            case AGENCY, PROCEDURE_AGENCY -> law.procedure(Serves.AGENCY, day);
            case SELF, PARENT, GUARDIAN, RELATIVE, AUTHORISED ->
                law.procedure(applicant.province().isEmpty() ? Serves.NON_RESIDENT : Serves.RESIDENT, day);
        };
    }

    /// What it costs in a category.
    public Optional<Fee> fee(Application application, FeeCategory category, Instant receivedAt) {
        return Fee.of(law, application.channel(), category, application.paperCopies(), Law.dayOf(receivedAt));
    }

    private Optional<Refusal> refusesWaiver(int age, Application application, LocalDate day) {
        var claim = application.waiver();
        if (claim == null) {
            return Optional.empty();
        }
        var rule = law.waiver(claim.waiverClass(), day);
        if (rule.isEmpty() || !rule.get().covers(age)) {
            return Optional.of(new Refusal.NoSuchWaiver(claim.waiverClass()));
        }
        var waiver = rule.get();
        if (application.channel() == Channel.ONLINE && !waiver.inApp()) {
            return Optional.of(new Refusal.WaiverElsewhere(waiver.proof()));
        }
        return waiver.evidence() && claim.evidence().isEmpty()
                ? Optional.of(new Refusal.EvidenceMissing(waiver.proof()))
                : Optional.empty();
    }

    private static boolean isInPerson(Channel channel) {
        return switch (channel) {
            case ONLINE -> true;
            // Whoever takes these in has seen the person, or is an agency.
            case PORTAL, IN_PERSON, POST, AGENCY -> false;
        };
    }

    private static boolean isShown(FeeCategory category, Applicant applicant) {
        return switch (category) {
            case STANDARD -> true;
            case DIGITAL_CITIZEN -> applicant.digitalCitizen();
            // These are asked for as a waiver, with what shows them, and decided by an officer; a correction is no
            // request of this kind.
            case REDUCED, EXEMPT, CORRECTION -> false;
        };
    }
}
