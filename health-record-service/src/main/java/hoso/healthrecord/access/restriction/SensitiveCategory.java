package hoso.healthrecord.access.restriction;

/// What is shown to somebody else only where the citizen named it. What speaks of HIV is none of them: the law keeps
/// it from the app altogether.
public enum SensitiveCategory {
    MENTAL_HEALTH,
    SUBSTANCE_USE,
    REPRODUCTIVE_HEALTH,
    SEXUAL_HEALTH,
    VIOLENCE,
    GENETICS
}
