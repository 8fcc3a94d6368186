package hoso.judicialcert.law;

import java.time.LocalDate;
import java.util.stream.Stream;

/// What there is to ask for, how it is worded and what its holder may do with it.
public sealed interface CertificateRule extends Rule {

    /// All of them, as the files have them.
    static Stream<CertificateRule> read(LawFiles files) {
        return Stream.<Stream<? extends CertificateRule>>of(
                        Table.read(files, "kinds.csv").map(Kind::of),
                        Table.read(files, "templates.csv").map(Template::of),
                        Table.read(files, "letters.csv").map(Letter::of),
                        Table.read(files, "purposes.csv").map(Purpose::of),
                        Table.read(files, "sharing.csv").map(Sharing::of),
                        Table.read(files, "consent-texts.csv").map(ConsentText::of))
                .flatMap(rules -> rules);
    }

    /// A kind of certificate, its short code on payments, and whether a citizen can ask for it here.
    record Kind(String rule, Validity validity, CertificateKind kind, String code, boolean offered, Words name)
            implements CertificateRule {

        @Override
        public Object matter() {
            return kind;
        }

        static Kind of(Table.Row row) {
            return new Kind(
                    row.text("rule"),
                    row.validity(),
                    CertificateKind.valueOf(row.text("kind")),
                    row.text("code"),
                    row.flag("offered"),
                    row.words("name"));
        }
    }

    /// The wording a kind of certificate is written in.
    record Template(String rule, Validity validity, CertificateKind kind, String file) implements CertificateRule {

        @Override
        public Object matter() {
            return kind;
        }

        static Template of(Table.Row row) {
            return new Template(
                    row.text("rule"), row.validity(), CertificateKind.valueOf(row.text("kind")), row.text("file"));
        }
    }

    /// A letter and the files of its text.
    record Letter(String rule, Validity validity, LetterKind letter, Words files) implements CertificateRule {

        @Override
        public Object matter() {
            return letter;
        }

        static Letter of(Table.Row row) {
            return new Letter(
                    row.text("rule"), row.validity(), LetterKind.valueOf(row.text("letter")), row.words("file"));
        }
    }

    /// For how long after its issue a procedure takes a certificate in. The law on judicial records knows no expiry.
    record Purpose(String rule, Validity validity, String code, int amount, Term term, Words name)
            implements CertificateRule {

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

        static Purpose of(Table.Row row) {
            return new Purpose(
                    row.text("rule"),
                    row.validity(),
                    row.text("code"),
                    row.number("amount"),
                    Term.valueOf(row.text("unit")),
                    row.words("name"));
        }
    }

    /// Whether and how far the holder may hand a kind of certificate on.
    ///
    /// @param recheckPerDay how often a day a consent to ask again may be used
    record Sharing(
            String rule,
            Validity validity,
            CertificateKind kind,
            boolean allowed,
            int defaultDays,
            int maxDays,
            int defaultUses,
            int maxUses,
            int recheckMaxDays,
            int recheckPerDay)
            implements CertificateRule {

        @Override
        public Object matter() {
            return kind;
        }

        static Sharing of(Table.Row row) {
            return new Sharing(
                    row.text("rule"),
                    row.validity(),
                    CertificateKind.valueOf(row.text("kind")),
                    Boolean.parseBoolean(row.text("allowed")),
                    row.number("default_days"),
                    row.number("max_days"),
                    row.number("default_uses"),
                    row.number("max_uses"),
                    row.number("recheck_max_days"),
                    row.number("recheck_per_day"));
        }
    }

    /// What a holder agrees to when somebody may ask again.
    record ConsentText(String rule, Validity validity, Words text) implements CertificateRule {

        @Override
        public Object matter() {
            return "consent text";
        }

        static ConsentText of(Table.Row row) {
            return new ConsentText(row.text("rule"), row.validity(), new Words(row.text("vi"), row.text("en")));
        }
    }
}
