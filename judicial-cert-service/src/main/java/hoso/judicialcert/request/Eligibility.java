package hoso.judicialcert.request;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import java.time.Instant;
import java.util.Optional;

/// Who may ask for what, by the law of the day of receipt.
record Eligibility(Law law, String procedure) {

    /// What stands in the way, first things first.
    Optional<Refusal> refuses(Applicant applicant, Application application, Instant receivedAt) {
        var day = Law.dayOf(receivedAt);
        var rule = law.procedure(procedure, day);
        var kind = law.kind(application.kind(), day);
        var age = applicant.ageAt(receivedAt);
        if (applicant.accountLevel() < rule.accountLevel()) {
            return Optional.of(new Refusal.AccountLevelTooLow(rule.accountLevel()));
        }
        if (!kind.offered()) {
            return Optional.of(new Refusal.KindNotOffered(application.kind()));
        }
        if (age < rule.minimumAge()) {
            return Optional.of(new Refusal.TooYoung(rule.minimumAge()));
        }
        if (age < rule.selfFromAge()) {
            return Optional.of(new Refusal.GuardianNeeded(rule.selfFromAge()));
        }
        if (law.opening(procedure, applicant.province(), day).isEmpty()) {
            return Optional.of(new Refusal.NotOpenHere(procedure, rule.elsewhere()));
        }
        if (!isShown(application.feeCategory(), applicant)
                || fee(application, receivedAt).isEmpty()) {
            return Optional.of(new Refusal.FeeCategoryNotShown(application.feeCategory()));
        }
        return Optional.empty();
    }

    /// What it costs.
    Optional<Fee> fee(Application application, Instant receivedAt) {
        return Fee.of(
                law,
                application.channel(),
                application.feeCategory(),
                application.paperCopies(),
                Law.dayOf(receivedAt));
    }

    private static boolean isShown(FeeCategory category, Applicant applicant) {
        return switch (category) {
            case STANDARD -> true;
            case DIGITAL_CITIZEN -> applicant.digitalCitizen();
            // Evidence for these is taken by the National Public Service Portal and weighed by an officer.
            case REDUCED, EXEMPT -> false;
        };
    }
}
