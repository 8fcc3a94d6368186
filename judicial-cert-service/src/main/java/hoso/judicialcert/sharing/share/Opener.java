package hoso.judicialcert.sharing.share;

import hoso.chassis.personal.Sensitive;
import org.jspecify.annotations.Nullable;

/// What somebody who opens a share says of themselves. Nobody vouches for it.
record Opener(String name, @Nullable String organisation) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
