package hoso.judicialcert.request;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Words;

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

    /// Nobody decides about themselves.
    record OwnRequest() implements Refusal {}
}
