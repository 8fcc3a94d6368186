package hoso.judicialcert.law;

/// Which of the time limits applies: the longer one is for residence in several places or abroad, for foreigners, and
/// where an expungement has to be verified.
public enum Urgency {
    STANDARD,
    LONG
}
