package hoso.healthrecord.document;

/// One thing to mend in a document: where it is, and what is wrong with it. It never repeats the value that was sent,
/// because that may be personal.
///
/// @param pointer claim envelope: `XML2[3]/NGAY_YL` (table, row counted from 1, tag); FHIR:
///     `Bundle.entry[3].resource…`
public record Flaw(String pointer, Code code) {

    /// What can be wrong. [#key] is the key of the sentence in the resource bundles.
    public enum Code {
        // Cannot be read at all: answered with 400.
        EMPTY(false),
        NOT_UTF8(false),
        MALFORMED(false),
        DTD_FORBIDDEN(false),
        TOO_DEEP(false),
        TOO_MANY_ELEMENTS(false),
        TEXT_TOO_LONG(false),
        NOT_AN_ENVELOPE(false),
        NOT_A_BUNDLE(false),
        NOT_BASE64(false),
        CONTENT_TOO_LARGE(false),
        // Understood, but wrong: answered with 422.
        UNKNOWN_TABLE(true),
        TABLE_TWICE(true),
        TAG_TWICE(true),
        TABLE_MISSING(true),
        TABLE_EMPTY(true),
        WRONG_ROOT(true),
        TOO_MANY_ROWS(true),
        NO_VISIT(true),
        SEVERAL_VISITS(true),
        MISSING(true),
        TOO_LONG(true),
        EPISODE_DIFFERS(true),
        EPISODE_TWICE(true),
        FACILITY_DIFFERS(true),
        FACILITY_UNKNOWN(true),
        FACILITY_LONG(true),
        WRONG_DATE(true),
        DATE_IN_FUTURE(true),
        ENDS_BEFORE_IT_BEGINS(true),
        UNKNOWN_CODE(true),
        WRONG_TYPE(true),
        PATIENT_MISSING(true),
        SEVERAL_PATIENTS(true),
        OTHER_PATIENT(true),
        OTHER_VISIT(true),
        VISIT_NOT_HELD(true),
        SIGNATURE_REQUIRED(true);

        private final boolean understood;

        Code(boolean understood) {
            this.understood = understood;
        }

        /// Could the document be read, so that only its content is wrong?
        public boolean understood() {
            return understood;
        }

        /// The name of this code at the edge, in kebab-case.
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
