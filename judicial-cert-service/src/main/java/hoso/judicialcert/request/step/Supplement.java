package hoso.judicialcert.request.step;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;

/// What a citizen said when something was asked for; the files lie with the case.
public record Supplement(Instant givenAt, String text) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
