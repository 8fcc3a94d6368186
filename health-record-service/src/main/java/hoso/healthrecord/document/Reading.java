package hoso.healthrecord.document;

import java.util.List;

/// What reading a document gives: a visit, or all that is wrong with it. Nothing a hospital sends is an exception.
public sealed interface Reading {

    /// The document was read.
    ///
    /// @param unknownTags places of tags that no published table has; they are kept with the document
    /// @param sealed tables that are kept and never shown
    record Read(Visit visit, List<String> unknownTags, List<String> sealed) implements Reading {
        /// Of a document without such tables.
        public Read(Visit visit, List<String> unknownTags) {
            this(visit, unknownTags, List.of());
        }
    }

    /// The document was refused.
    record Refused(List<Flaw> flaws) implements Reading {

        /// Was it at least readable?
        public boolean understood() {
            return flaws.stream().allMatch(flaw -> flaw.code().understood());
        }
    }
}
