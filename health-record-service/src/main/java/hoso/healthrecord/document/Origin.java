package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import java.util.Objects;

/// What is to be known of the document itself.
///
/// @param signature of the facility, over the document
public record Origin(DocumentSignature signature) implements Sensitive {
    static final Origin PLAIN = new Origin(DocumentSignature.ABSENT);

    /// Absent in what earlier releases kept.
    public Origin {
        signature = Objects.requireNonNullElse(signature, DocumentSignature.UNCHECKED);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
