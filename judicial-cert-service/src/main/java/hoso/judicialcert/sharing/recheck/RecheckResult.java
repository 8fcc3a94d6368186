package hoso.judicialcert.sharing.recheck;

/// All that one who asks again is told. Why there is something new is never told: a judgment, an expungement, a
/// correction, a recall and a namesake look the same. Nor is why it ended: withdrawn, run out and never given look the
/// same.
enum RecheckResult {
    NOTHING_NEW,
    SOMETHING_NEW,
    ENDED
}
