package hoso.judicialcert.law;

import java.time.LocalDate;

/// The files of the law have a hole: a fault of ours, never the citizen's.
public final class NoSuchRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRule(String matter, LocalDate day) {
        super("no rule on " + matter + " for " + day);
    }
}
