package hoso.judicialcert.law;

import hoso.chassis.text.Fold;
import java.util.Set;

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

    /// How long no new offence may be committed before a conviction is expunged.
    ///
    /// @param overMonths the prison term is longer than this; upToMonths: and at most this, 0 for no upper end
    record Expungement(
            String rule,
            Validity validity,
            Route route,
            PenaltyClass penalty,
            int overMonths,
            int upToMonths,
            int months,
            CountedFrom countedFrom)
            implements Rule {

        /// From where the period runs.
        public enum CountedFrom {
            MAIN_PENALTY,
            JUDGMENT
        }

        @Override
        public Object matter() {
            return route + "/" + penalty + "/" + overMonths;
        }

        boolean appliesTo(Route way, PenaltyClass main, int term) {
            return route == way
                    && penalty == main
                    && (penalty != PenaltyClass.PRISON
                            || (term > overMonths && (upToMonths == 0 || term <= upToMonths)));
        }
    }

    /// Who was sentenced and yet never counts as convicted; `*` is whatever it is.
    record NeverConviction(
            String rule, Validity validity, int ageFrom, int ageBelow, String intent, String gravity, String ground)
            implements Rule {

        @Override
        public Object matter() {
            return String.join("/", rule, intent, gravity, ground);
        }

        /// Whether it covers an offence at this age; `grounds` are those the judgment gives beside the offence.
        public boolean covers(int age, Intent mind, Gravity weight, Set<String> grounds) {
            return age >= ageFrom
                    && age < ageBelow
                    && Set.of(EVERYWHERE, mind.name()).contains(intent)
                    && Set.of(EVERYWHERE, weight.name()).contains(gravity)
                    && (ground.equals(EVERYWHERE) || grounds.contains(ground));
        }
    }

    /// A chapter of the Penal Code whose convictions only a court expunges.
    record CourtChapter(String rule, Validity validity, String chapter) implements Rule {

        @Override
        public Object matter() {
            return chapter;
        }
    }

    /// What decides on an expungement beside the period.
    record Order(String rule, Validity validity, ExpungementOrder order, int amount) implements Rule {

        @Override
        public Object matter() {
            return order;
        }
    }

    /// In whose name an organisation may send to the register.
    record Authority(String rule, Validity validity, String organisation, String name) implements Rule {

        @Override
        public Object matter() {
            return organisation + "/" + Fold.key(name);
        }
    }

    String EVERYWHERE = "*";
}
