package hoso.judicialcert.request.evidence;

import hoso.chassis.personal.Hidden;

/// A file with what is in it.
public record FileOfCase(Evidence evidence, byte[] content) implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
