package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Words;
import java.time.Instant;

/// What stands in the way of what was asked.
public sealed interface Refusal {

    /// The procedure takes accounts of a higher level.
    record AccountLevelTooLow(int required) implements Refusal {}

    /// The law gives certificates from this age on.
    record TooYoung(int minimumAge) implements Refusal {}

    /// Until this age a parent or guardian asks.
    record GuardianNeeded(int fromAge) implements Refusal {}

    /// The roll-out has not reached the province.
    record NotOpenHere(String procedure, Words elsewhere) implements Refusal {}

    /// The kind cannot be asked for here.
    record KindNotOffered(CertificateKind kind) implements Refusal {}

    /// The fee category has to be shown, and was not: it is asked for at the National Public Service Portal.
    record FeeCategoryNotShown(FeeCategory category) implements Refusal {}

    /// The request is not at the step this belongs to.
    record NotAtThisStep(Status status) implements Refusal {}

    /// It was decided before.
    record AlreadyDecided(Status status) implements Refusal {}

    /// It is being signed, or is signed.
    record TooLateToWithdraw(Status status) implements Refusal {}

    /// Whoever found it so does not approve it.
    record SameOfficer() implements Refusal {}

    /// In that capacity the kind cannot be asked for by that way.
    record NotEntitled(Capacity capacity) implements Refusal {}

    /// There is no such class of persons who pay less, or the person is not of its age.
    record NoSuchWaiver(String waiverClass) implements Refusal {}

    /// What shows it has to be attached.
    record EvidenceMissing(Words proof) implements Refusal {}

    /// Who pays less files through the National Public Service Portal, which takes the evidence.
    record WaiverElsewhere(Words proof) implements Refusal {}

    /// Another officer works on it.
    ///
    /// @param until then it is free, unless that officer goes on
    record HeldByOther(Instant until) implements Refusal {}

    /// Whoever decides takes the case first.
    record NotClaimed() implements Refusal {}

    /// The case, or what the register says to it, is not what the officer looked at.
    record ChangedSince() implements Refusal {}

    /// A corrected certificate would say what the wrong one says.
    record NothingCorrected() implements Refusal {}

    /// The population register has a character that no certificate can show.
    ///
    /// @param field of the person, as identity-service names it
    /// @param character with its number in Unicode
    record NotPrintable(String field, String character) implements Refusal {}

    /// Nobody decides about themselves, or what they asked for themselves.
    record OwnRequest() implements Refusal {}
}
