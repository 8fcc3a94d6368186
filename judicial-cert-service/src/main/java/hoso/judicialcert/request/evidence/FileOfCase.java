package hoso.judicialcert.request.evidence;

import hoso.chassis.personal.Sensitive;

/// A file with what is in it.
public record FileOfCase(Evidence evidence, byte[] content) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
