package hoso.local.run;

import java.io.IOException;

/// A file of ours that cannot be read as what it should be, cut off for example when the disk was full. The message
/// says what to do.
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String advice) {
        super(advice);
    }
}
