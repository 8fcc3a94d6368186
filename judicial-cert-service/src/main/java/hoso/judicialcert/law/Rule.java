package hoso.judicialcert.law;

import java.time.LocalDate;

/// One row of the law. Its name is stored with every decision it made, so that the decision can be
/// explained years later.
public sealed interface Rule {

    /// The name of the row, such as `TT16-2025/standard`.
    String rule();

    /// When the row is in force.
    Validity validity();

    /// What two rows may not both say on one day.
    Object matter();

    /// What a request costs, in đồng.
    record Fee(
            String rule,
            Validity validity,
            String channel,
            FeeCategory category,
            long amount,
            int copiesIncluded,
            long extraCopy)
            implements Rule {

        static final String ANY_CHANNEL = "ANY";

        @Override
        public Object matter() {
            return category + "/" + channel;
        }

        boolean appliesTo(Channel asked, FeeCategory as) {
            return category == as && (channel.equals(ANY_CHANNEL) || channel.equals(asked.name()));
        }
    }

    /// Who may ask for themselves, and where to file while the procedure is not open in the app.
    record Procedure(
            String rule,
            Validity validity,
            String code,
            int minimumAge,
            int selfFromAge,
            int accountLevel,
            Words name,
            Words elsewhere)
            implements Rule {

        @Override
        public Object matter() {
            return code;
        }
    }

    /// A kind of certificate, its short code on payments, and whether a citizen can ask for it here.
    record Kind(String rule, Validity validity, CertificateKind kind, String code, boolean offered, Words name)
            implements Rule {

        @Override
        public Object matter() {
            return kind;
        }
    }

    /// Until when a request has to be decided.
    record Deadline(String rule, Validity validity, Urgency urgency, int amount, Unit unit, java.time.LocalTime closes)
            implements Rule {

        /// Days of the calendar, or days on which state agencies work.
        enum Unit {
            CALENDAR_DAYS,
            WORKING_DAYS
        }

        @Override
        public Object matter() {
            return urgency;
        }
    }

    /// A province in which a procedure is open in the app; `*` is every province.
    record Pilot(String rule, Validity validity, String procedure, String province) implements Rule {

        @Override
        public Object matter() {
            return procedure + "/" + province;
        }

        boolean covers(String asked, String place) {
            return procedure.equals(asked) && (province.equals(EVERYWHERE) || province.equals(place));
        }
    }

    /// The agency that issues for a province; `*` issues for every province without a row of its own.
    record Agency(
            String rule,
            Validity validity,
            String province,
            String code,
            String symbol,
            String parent,
            Words name,
            String place)
            implements Rule {

        @Override
        public Object matter() {
            return province;
        }
    }

    /// How a dossier is numbered.
    record DossierCodes(String rule, Validity validity, String prefix, int serialWidth, int overflowWidth)
            implements Rule {

        @Override
        public Object matter() {
            return "dossier code";
        }
    }

    /// The wording a kind of certificate is written in.
    record Template(String rule, Validity validity, CertificateKind kind, String file) implements Rule {

        @Override
        public Object matter() {
            return kind;
        }
    }

    /// For how long after its issue a procedure takes a certificate in. The law on judicial records knows no expiry.
    record Purpose(String rule, Validity validity, String code, int amount, Term term, Words name) implements Rule {

        /// Days or months of the calendar.
        public enum Term {
            DAYS,
            MONTHS
        }

        @Override
        public Object matter() {
            return code;
        }

        /// The last day on which a certificate of that day counts for it.
        public LocalDate lastDay(LocalDate issuedOn) {
            return switch (term) {
                case DAYS -> issuedOn.plusDays(amount);
                case MONTHS -> issuedOn.plusMonths(amount);
            };
        }
    }

    String EVERYWHERE = "*";
}
