package hoso.judicialcert.law;

import hoso.chassis.text.NameFolding;
import hoso.judicialcert.law.AgencyRule.Agency;
import hoso.judicialcert.law.AgencyRule.AgencyAccess;
import hoso.judicialcert.law.AgencyRule.AgencyCapacity;
import hoso.judicialcert.law.AgencyRule.Authority;
import hoso.judicialcert.law.CertificateRule.ConsentText;
import hoso.judicialcert.law.CertificateRule.Kind;
import hoso.judicialcert.law.CertificateRule.Letter;
import hoso.judicialcert.law.CertificateRule.Purpose;
import hoso.judicialcert.law.CertificateRule.Sharing;
import hoso.judicialcert.law.CertificateRule.Template;
import hoso.judicialcert.law.ConvictionRule.CourtChapter;
import hoso.judicialcert.law.ConvictionRule.Expungement;
import hoso.judicialcert.law.ConvictionRule.NeverConviction;
import hoso.judicialcert.law.ConvictionRule.Order;
import hoso.judicialcert.law.DeadlineRule.LastDay;
import hoso.judicialcert.law.DeadlineRule.StepLimit;
import hoso.judicialcert.law.DeadlineRule.WorkingHours;
import hoso.judicialcert.law.FeeRule.Fee;
import hoso.judicialcert.law.FeeRule.Waiver;
import hoso.judicialcert.law.FeeRule.Withdrawal;
import hoso.judicialcert.law.ProcedureRule.DossierCodes;
import hoso.judicialcert.law.ProcedureRule.Entitlement;
import hoso.judicialcert.law.ProcedureRule.Pilot;
import hoso.judicialcert.law.ProcedureRule.Procedure;
import hoso.judicialcert.law.WorkingTime.WorkingDays;
import hoso.judicialcert.law.penal.ExpungementOrder;
import hoso.judicialcert.law.penal.PenaltyClass;
import hoso.judicialcert.law.penal.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All rules, each with the days it is in force. Every question names the day the dossier was received: a dossier goes
/// by the law of that day (Decree 216/2026 Art. 28), never by today's.
public final class Law {

    /// Where the days of the law begin and end.
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Rules rules;
    private final WorkingTime workingTime;
    private final LawTexts texts;

    private Law(Rules rules, WorkingDays days, LawTexts texts) {
        var hours = rules.all(WorkingHours.class).sorted(Comparator.comparing(WorkingHours::from));
        this.rules = rules;
        this.workingTime = new WorkingTime(days, hours.toList());
        this.texts = texts;
    }

    /// Reads the files; a row that cannot be read, or two rows that say different things for one day, end the start.
    public static Law read(LawFiles files) {
        return new Law(Rules.read(files), WorkingDays.read(files), LawTexts.read(files));
    }

    /// The words that people read.
    public LawTexts texts() {
        return texts;
    }

    /// The day of the law on which something happened.
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// The fee rule; empty when the category does not exist on that day.
    public Optional<Fee> fee(Channel channel, FeeCategory category, LocalDate day) {
        return rules.inForce(Fee.class, day)
                .filter(fee -> fee.appliesTo(channel, category))
                .min(Comparator.comparing(fee -> fee.channel().equals(Fee.ANY_CHANNEL)));
    }

    /// Who may ask for themselves.
    public Procedure procedure(String code, LocalDate day) {
        return rules.only(Procedure.class, procedure -> procedure.code().equals(code), "procedure " + code, day);
    }

    /// The procedure for residents, for others, or for agencies.
    public Procedure procedure(Procedure.Serves serves, LocalDate day) {
        return rules.only(Procedure.class, procedure -> procedure.serves() == serves, "procedure for " + serves, day);
    }

    /// What may be asked for in a capacity; empty when nothing may.
    ///
    /// @param age of the person the certificate is about
    public Optional<Entitlement> entitlement(Capacity capacity, int age, LocalDate day) {
        return rules.inForce(Entitlement.class, day)
                .filter(entitlement -> entitlement.capacity() == capacity && age <= entitlement.maximumAge())
                .min(Comparator.comparingInt(Entitlement::maximumAge));
    }

    /// What a withdrawal means for a fee that came in.
    ///
    /// @param begun whether an officer had begun to work on the request since it was paid for
    public Withdrawal withdrawal(boolean begun, LocalDate day) {
        return rules.only(Withdrawal.class, rule -> rule.begun() == begun, "withdrawal", day);
    }

    /// A class of persons who pay less; empty when there is none of that name on that day.
    public Optional<Waiver> waiver(String waiverClass, LocalDate day) {
        return waivers(day).stream()
                .filter(waiver -> waiver.waiverClass().equals(waiverClass))
                .findFirst();
    }

    /// All classes of persons who pay less.
    public List<Waiver> waivers(LocalDate day) {
        return rules.inForce(Waiver.class, day).toList();
    }

    /// The kind of certificate.
    public Kind kind(CertificateKind kind, LocalDate day) {
        return rules.only(Kind.class, rule -> rule.kind() == kind, "kind " + kind, day);
    }

    /// Whether a procedure is open by a way for residents of a province.
    public Optional<Pilot> opening(String procedure, String province, Channel channel, LocalDate day) {
        return rules.inForce(Pilot.class, day)
                .filter(pilot -> pilot.covers(procedure, province, channel))
                .findFirst();
    }

    /// In what capacity an organisation may ask about persons; empty when it may not.
    public Optional<Capacity> capacity(String organisation, LocalDate day) {
        return rules.inForce(AgencyCapacity.class, day)
                .filter(rule -> rule.organisation().equals(organisation))
                .map(AgencyCapacity::capacity)
                .findFirst();
    }

    /// Whether and how far a kind of certificate may be handed on.
    public Sharing sharing(CertificateKind kind, LocalDate day) {
        return rules.only(Sharing.class, sharing -> sharing.kind() == kind, "sharing of " + kind, day);
    }

    /// What a holder agrees to when somebody may ask again.
    public ConsentText consentText(LocalDate day) {
        return rules.only(ConsentText.class, _ -> true, "consent text", day);
    }

    /// What an organisation may ask about a person, of every procedure.
    public List<AgencyAccess> agencyAccess(String organisation, LocalDate day) {
        return rules.inForce(AgencyAccess.class, day)
                .filter(access -> access.organisation().equals(organisation))
                .toList();
    }

    /// The agency that issues for residents of a province.
    public Agency agency(String province, LocalDate day) {
        return rules.inForce(Agency.class, day)
                .filter(agency -> Set.of(province, Rule.EVERYWHERE).contains(agency.province()))
                .min(Comparator.comparing(agency -> agency.province().equals(Rule.EVERYWHERE)))
                .orElseThrow(() -> new NoSuchRule("agency of " + province, day));
    }

    /// Whether this is the agency that is competent where no other is.
    public boolean isNational(String agency, LocalDate day) {
        return nationalAgency(day).code().equals(agency);
    }

    /// The agency of a procedure of the Ministry, whoever it is about and wherever they live.
    public Agency nationalAgency(LocalDate day) {
        return agency("", day);
    }

    /// The agency a case was given to when it was received, by the name of its row.
    public Agency agencyByRule(String rule) {
        return rules.all(Agency.class)
                .filter(agency -> agency.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no agency " + rule + " in the law"));
    }

    /// How dossiers are numbered.
    public DossierCodes dossierCodes(LocalDate day) {
        return rules.only(DossierCodes.class, _ -> true, "dossier code", day);
    }

    /// The wording of a kind of certificate.
    public Template template(CertificateKind kind, LocalDate day) {
        return rules.only(Template.class, template -> template.kind() == kind, "template of " + kind, day);
    }

    /// How long no new offence may be committed, by the laws of all times, oldest first.
    ///
    /// @param months of the prison term, 0 for any other penalty
    public List<Expungement> expungements(Route route, PenaltyClass penalty, int months) {
        return rules.all(Expungement.class)
                .filter(rule -> rule.appliesTo(route, penalty, months))
                .sorted(Comparator.comparing(rule -> rule.validity().from()))
                .toList();
    }

    /// Who never counts as convicted, by the law in force on that day.
    public List<NeverConviction> neverConvictions(LocalDate day) {
        return rules.inForce(NeverConviction.class, day).toList();
    }

    /// The first day on which a term is over that began with an event.
    ///
    /// @param event the day on which it happened, which itself does not count (Civil Code 2015 Art. 147.2)
    /// @param months of the term
    public LocalDate firstDayAfter(LocalDate event, int months) {
        return firstDayAfter(event.plusMonths(months));
    }

    /// The first day on which a term is over.
    ///
    /// @param lastDay with which it ends
    public LocalDate firstDayAfter(LocalDate lastDay) {
        // What ended before the first row goes by it, too.
        return rules.inForce(LastDay.class, lastDay)
                .findFirst()
                .or(() -> rules.all(LastDay.class)
                        .min(Comparator.comparing(rule -> rule.validity().from())))
                .orElseThrow(() -> new NoSuchRule("last day of a term", lastDay))
                .after(lastDay);
    }

    /// Whether only a court expunges convictions of a chapter of the Penal Code.
    public boolean isForCourt(String chapter) {
        return rules.all(CourtChapter.class).anyMatch(rule -> rule.chapter().equals(chapter));
    }

    /// What else decides on an expungement: by the law of that day, or by the first that knew it.
    public Order order(ExpungementOrder order, LocalDate day) {
        return rules.all(Order.class)
                .filter(rule -> rule.order() == order)
                .min(Comparator.<Order, Boolean>comparing(
                                rule -> !rule.validity().includes(day))
                        .thenComparing(rule -> rule.validity().from()))
                .orElseThrow(() -> new NoSuchRule("expungement, " + order, day));
    }

    /// The authority in whose name an organisation may send to the register, as the law spells it; empty when it may
    /// not.
    public Optional<String> authority(String organisation, String name, LocalDate day) {
        return rules.inForce(Authority.class, day)
                .filter(rule -> rule.organisation().equals(organisation))
                .map(Authority::name)
                .filter(known -> NameFolding.key(known).equals(NameFolding.key(name)))
                .findFirst();
    }

    /// What certificates are shown for, in the order of the file.
    public List<Purpose> purposes(LocalDate day) {
        return rules.inForce(Purpose.class, day).toList();
    }

    /// Until when something that began at that moment has to be done, by the law of that day.
    public Deadline due(Instant from, DeadlineKind limit) {
        return due(from, limit, dayOf(from));
    }

    /// The same by the law of another day: that on which the dossier was received.
    public Deadline due(Instant from, DeadlineKind limit, LocalDate received) {
        return dueIfLimited(from, limit, received).orElseThrow(() -> new NoSuchRule("deadline " + limit, received));
    }

    /// The same where the law of some days sets no limit.
    public Optional<Deadline> dueIfLimited(Instant from, DeadlineKind limit, LocalDate received) {
        return rules.inForce(DeadlineRule.Deadline.class, received)
                .filter(deadline -> deadline.limit() == limit)
                .findFirst()
                .map(rule ->
                        new Deadline(workingTime.end(from, rule.amount(), rule.unit(), rule.closes()), rule.rule()));
    }

    /// Until when a step that began at that moment should be done; empty where nobody but the citizen is waited for.
    public Optional<Deadline> stepDue(String step, Instant since) {
        return rules.inForce(StepLimit.class, dayOf(since))
                .filter(limit -> limit.step().equals(step))
                .findFirst()
                .map(rule ->
                        new Deadline(workingTime.end(since, rule.amount(), rule.unit(), rule.closes()), rule.rule()));
    }

    /// The text of a letter.
    public Letter letter(LetterKind kind, LocalDate day) {
        return rules.only(Letter.class, letter -> letter.letter() == kind, "letter " + kind, day);
    }

    /// A limit that was interrupted between two moments ends later by the time it stood still. Its row says how that
    /// time is counted: in days of the calendar or of work, in hours or hours of work.
    public Deadline later(Deadline due, Instant from, Instant to) {
        var rule = rules.all(DeadlineRule.Deadline.class)
                .filter(deadline -> deadline.rule().equals(due.rule()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no limit " + due.rule() + " in the law"));
        return new Deadline(workingTime.later(due.at(), rule, from, to), due.rule());
    }
}
