package hoso.judicialcert.sharing.share;

import hoso.chassis.personal.Hidden;
import org.jspecify.annotations.Nullable;

/// What somebody who opens a share says of themselves. Nobody vouches for it.
record Opener(String name, @Nullable String organisation) implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
