package hoso.judicialcert.register.matching;

import hoso.judicialcert.register.conviction.Entry;
import java.util.List;
import java.util.stream.Stream;

/// What the register says of a person on a day. Only a clean finding lets a certificate be issued without an officer.
public sealed interface Finding {

    /// All of it: what is the person's, and what may be.
    default List<Entry> entries() {
        return switch (this) {
            case Clean() -> List.of();
            case OnRecord(var own, var others) ->
                Stream.concat(own.stream(), others.stream().map(Candidate::entry))
                        .toList();
            case Uncertain(var candidates) ->
                candidates.stream().map(Candidate::entry).toList();
        };
    }

    /// Nothing that would stand on the certificate, and nobody on record who might be the same person.
    record Clean() implements Finding {}

    /// The person is on record. `others` may be the same person too.
    record OnRecord(List<Entry> own, List<Candidate> others) implements Finding {}

    /// Somebody on record may be the person: of the same name and birth date under another number or none, or of the
    /// same number and another name or birth date. A person decides, not a rule.
    record Uncertain(List<Candidate> candidates) implements Finding {}
}
