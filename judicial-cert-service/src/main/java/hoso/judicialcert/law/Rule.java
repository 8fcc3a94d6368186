package hoso.judicialcert.law;

import hoso.chassis.text.NameFolding;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            Serves serves,
            int minimumAge,
            int selfFromAge,
            int accountLevel,
            Words name,
            Words elsewhere)
            implements Rule {

        /// For whom it is.
        public enum Serves {
            RESIDENT,
            NON_RESIDENT,
            AGENCY
        }

        @Override
        public Object matter() {
            return code;
        }
    }

    /// In what capacity somebody may ask for which kinds by which ways.
    ///
    /// @param maximumAge of the person the certificate is about
    /// @param papers by which ways an officer has to see the papers that show the capacity
    record Entitlement(
            String rule,
            Validity validity,
            Capacity capacity,
            int maximumAge,
            Set<CertificateKind> kinds,
            Set<Channel> channels,
            Set<Channel> papers)
            implements Rule {

        @Override
        public Object matter() {
            return capacity + " up to " + maximumAge;
        }

        public boolean allows(CertificateKind kind, Channel channel) {
            return kinds.contains(kind) && channels.contains(channel);
        }
    }

    /// A class of persons who pay less or nothing.
    ///
    /// @param waiverClass such as `STUDENT`
    /// @param inApp whether the app takes the evidence; else the National Public Service Portal does
    /// @param evidence whether files have to show it
    /// @param proof what shows it, for people
    record Waiver(
            String rule,
            Validity validity,
            String waiverClass,
            FeeCategory category,
            boolean inApp,
            boolean evidence,
            int minimumAge,
            int maximumAge,
            Words name,
            Words proof)
            implements Rule {

        @Override
        public Object matter() {
            return waiverClass;
        }

        public boolean covers(int age) {
            return age >= minimumAge && age <= maximumAge;
        }
    }

    /// A part of the day on which state agencies work.
    record WorkingHours(String rule, Validity validity, LocalTime from, LocalTime to) implements Rule {

        @Override
        public Object matter() {
            return from;
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

    /// Until when something has to be done.
    ///
    /// @param pausedIn how the time is counted while the agency waits for the citizen; null where nothing pauses it
    record Deadline(
            String rule,
            Validity validity,
            DeadlineKind limit,
            int amount,
            Unit unit,
            LocalTime closes,
            @Nullable Unit pausedIn)
            implements Rule {

        /// Days of the calendar or days on which state agencies work; hours of the clock or hours at which they work.
        enum Unit {
            CALENDAR_DAYS,
            WORKING_DAYS,
            HOURS,
            WORKING_HOURS
        }

        @Override
        public Object matter() {
            return limit;
        }
    }

    /// Whether the last day of a term in months is part of it.
    record LastDay(String rule, Validity validity, boolean included) implements Rule {

        /// Every row is about the same.
        @Override
        public Object matter() {
            return LastDay.class;
        }

        /// The first day on which a term of months after an event is over.
        LocalDate after(LocalDate end) {
            return included ? end.plusDays(1) : end;
        }
    }

    /// Until when a step inside the agency should be done.
    ///
    /// @param step a status
    record StepLimit(String rule, Validity validity, String step, int amount, Deadline.Unit unit, LocalTime closes)
            implements Rule {

        @Override
        public Object matter() {
            return step;
        }
    }

    /// A letter and the files of its text.
    record Letter(String rule, Validity validity, LetterKind letter, Words files) implements Rule {

        @Override
        public Object matter() {
            return letter;
        }
    }

    /// A province in which a procedure is open by some ways; `*` is every province.
    record Pilot(String rule, Validity validity, String procedure, String province, Set<Channel> channels)
            implements Rule {

        @Override
        public Object matter() {
            return procedure + "/" + province + "/" + channels;
        }

        boolean covers(String asked, String place, Channel by) {
            return procedure.equals(asked)
                    && (province.equals(EVERYWHERE) || province.equals(place))
                    && channels.contains(by);
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
            implements Rule {

        @Override
        public Object matter() {
            return kind;
        }
    }

    /// What a holder agrees to when somebody may ask again.
    record ConsentText(String rule, Validity validity, Words text) implements Rule {

        @Override
        public Object matter() {
            return "consent text";
        }
    }

    /// What an organisation may ask about a person, for which procedure and on what ground.
    ///
    /// @param view the most it may see: No. 2 is for procedure agencies
    /// @param dailyQuota answers a day for this procedure
    record AgencyAccess(
            String rule,
            Validity validity,
            String organisation,
            String procedure,
            String legalBasis,
            CertificateKind view,
            int dailyQuota)
            implements Rule {

        @Override
        public Object matter() {
            return organisation + "/" + procedure;
        }

        /// Whether this row lets a kind be seen.
        public boolean covers(CertificateKind asked) {
            return view == CertificateKind.NO_2 || asked == CertificateKind.NO_1;
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

    /// In what capacity an organisation asks.
    record AgencyCapacity(String rule, Validity validity, String organisation, Capacity capacity) implements Rule {

        @Override
        public Object matter() {
            return organisation;
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
            return organisation + "/" + NameFolding.key(name);
        }
    }

    String EVERYWHERE = "*";
}
