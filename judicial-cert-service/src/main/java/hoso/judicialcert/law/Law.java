package hoso.judicialcert.law;

import hoso.chassis.text.NameFolding;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All rules, each with the days it is in force. Every question names the day the dossier was received: a dossier goes
/// by the law of that day (Decree 216/2026 Art. 28), never by today's.
public final class Law {

    /// Where the days of the law begin and end.
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Map<Class<?>, List<Rule>> rules;
    private final WorkingTime workingTime;
    private final Map<String, StatusText> statuses;
    private final Map<String, Words> deliveries;
    private final Map<String, Words> revocations;
    private final Map<String, Words> supplements;
    private final Map<String, Words> delays;

    private Law(
            List<Rule> rules,
            WorkingTime workingTime,
            Map<String, StatusText> statuses,
            Map<String, Words> deliveries,
            Map<String, Words> revocations,
            Map<String, Words> supplements,
            Map<String, Words> delays) {
        this.rules = rules.stream().collect(Collectors.groupingBy(Rule::getClass));
        this.workingTime = workingTime;
        this.statuses = statuses;
        this.deliveries = deliveries;
        this.revocations = revocations;
        this.supplements = supplements;
        this.delays = delays;
    }

    /// Reads the files; a row that cannot be read, or two rows that say different things for one day, end the start.
    ///
    /// @param files opens a file by its name
    public static Law read(Function<String, Reader> files) {
        var rules = Stream.of(
                        rows(files, "fees.csv").map(Law::fee),
                        rows(files, "procedures.csv").map(Law::procedure),
                        rows(files, "entitlements.csv").map(Law::entitlement),
                        rows(files, "waivers.csv").map(Law::waiver),
                        rows(files, "working-hours.csv").map(Law::workingHours),
                        rows(files, "kinds.csv").map(Law::kind),
                        rows(files, "deadlines.csv").map(Law::deadline),
                        rows(files, "pilots.csv").map(Law::pilot),
                        rows(files, "step-limits.csv").map(Law::stepLimit),
                        rows(files, "letters.csv").map(Law::letter),
                        rows(files, "sharing.csv").map(Law::sharing),
                        rows(files, "consent-texts.csv").map(Law::consentText),
                        rows(files, "agency-access.csv").map(Law::agencyAccess),
                        rows(files, "agency-capacities.csv").map(Law::agencyCapacity),
                        rows(files, "agencies.csv").map(Law::agency),
                        rows(files, "dossier-codes.csv").map(Law::dossierCodes),
                        rows(files, "templates.csv").map(Law::template),
                        rows(files, "purposes.csv").map(Law::purpose),
                        rows(files, "expungement.csv").map(Law::expungement),
                        rows(files, "never-convictions.csv").map(Law::neverConviction),
                        rows(files, "last-days.csv").map(Law::lastDay),
                        rows(files, "court-chapters.csv").map(Law::courtChapter),
                        rows(files, "expungement-orders.csv").map(Law::order),
                        rows(files, "authorities.csv").map(Law::authority))
                .flatMap(row -> row)
                .<Rule>map(rule -> rule)
                .toList();
        refuseContradictions(rules);
        var statuses = rows(files, "statuses.csv")
                .map(row -> new StatusText(
                        row.text("status"),
                        row.number("portal_code", 0),
                        row.words("portal"),
                        new Words(row.text("vi"), row.text("en"))))
                .collect(Collectors.toUnmodifiableMap(StatusText::status, text -> text));
        var hours = rules.stream()
                .filter(Rule.WorkingHours.class::isInstance)
                .map(Rule.WorkingHours.class::cast)
                .sorted(Comparator.comparing(Rule.WorkingHours::from))
                .toList();
        var days = new WorkingDays(days(files, "OFF"), days(files, "WORK"));
        return new Law(
                rules,
                new WorkingTime(days, hours),
                statuses,
                words(files, "deliveries.csv", "step"),
                words(files, "revocations.csv", "code"),
                words(files, "supplements.csv", "code"),
                words(files, "delays.csv", "status"));
    }

    /// The day of the law on which something happened.
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// The fee rule; empty when the category does not exist on that day.
    public Optional<Rule.Fee> fee(Channel channel, FeeCategory category, LocalDate day) {
        return inForce(Rule.Fee.class, day)
                .filter(fee -> fee.appliesTo(channel, category))
                .min(Comparator.comparing(fee -> fee.channel().equals(Rule.Fee.ANY_CHANNEL)));
    }

    /// Who may ask for themselves.
    public Rule.Procedure procedure(String code, LocalDate day) {
        return inForce(Rule.Procedure.class, day)
                .filter(procedure -> procedure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("procedure " + code, day));
    }

    /// The procedure for residents, for others, or for agencies.
    public Rule.Procedure procedure(Rule.Procedure.Serves serves, LocalDate day) {
        return inForce(Rule.Procedure.class, day)
                .filter(procedure -> procedure.serves() == serves)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("procedure for " + serves, day));
    }

    /// What may be asked for in a capacity; empty when nothing may.
    ///
    /// @param age of the person the certificate is about
    public Optional<Rule.Entitlement> entitlement(Capacity capacity, int age, LocalDate day) {
        return inForce(Rule.Entitlement.class, day)
                .filter(entitlement -> entitlement.capacity() == capacity && age <= entitlement.maximumAge())
                .min(Comparator.comparingInt(Rule.Entitlement::maximumAge));
    }

    /// A class of persons who pay less; empty when there is none of that name on that day.
    public Optional<Rule.Waiver> waiver(String waiverClass, LocalDate day) {
        return waivers(day).stream()
                .filter(waiver -> waiver.waiverClass().equals(waiverClass))
                .findFirst();
    }

    /// All classes of persons who pay less.
    public List<Rule.Waiver> waivers(LocalDate day) {
        return inForce(Rule.Waiver.class, day).toList();
    }

    /// The kind of certificate.
    public Rule.Kind kind(CertificateKind kind, LocalDate day) {
        return inForce(Rule.Kind.class, day)
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("kind " + kind, day));
    }

    /// Whether a procedure is open by a way for residents of a province.
    public Optional<Rule.Pilot> opening(String procedure, String province, Channel channel, LocalDate day) {
        return inForce(Rule.Pilot.class, day)
                .filter(pilot -> pilot.covers(procedure, province, channel))
                .findFirst();
    }

    /// In what capacity an organisation may ask about persons; empty when it may not.
    public Optional<Capacity> capacity(String organisation, LocalDate day) {
        return inForce(Rule.AgencyCapacity.class, day)
                .filter(rule -> rule.organisation().equals(organisation))
                .map(Rule.AgencyCapacity::capacity)
                .findFirst();
    }

    /// Whether and how far a kind of certificate may be handed on.
    public Rule.Sharing sharing(CertificateKind kind, LocalDate day) {
        return inForce(Rule.Sharing.class, day)
                .filter(sharing -> sharing.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("sharing of " + kind, day));
    }

    /// What a holder agrees to when somebody may ask again.
    public Rule.ConsentText consentText(LocalDate day) {
        return inForce(Rule.ConsentText.class, day).findFirst().orElseThrow(() -> new NoSuchRule("consent text", day));
    }

    /// What an organisation may ask about a person, of every procedure.
    public List<Rule.AgencyAccess> agencyAccess(String organisation, LocalDate day) {
        return inForce(Rule.AgencyAccess.class, day)
                .filter(access -> access.organisation().equals(organisation))
                .toList();
    }

    /// The agency that issues for residents of a province.
    public Rule.Agency agency(String province, LocalDate day) {
        return inForce(Rule.Agency.class, day)
                .filter(agency -> Set.of(province, Rule.EVERYWHERE).contains(agency.province()))
                .min(Comparator.comparing(agency -> agency.province().equals(Rule.EVERYWHERE)))
                .orElseThrow(() -> new NoSuchRule("agency of " + province, day));
    }

    /// Whether this is the agency that is competent where no other is.
    public boolean isNational(String agency, LocalDate day) {
        return nationalAgency(day).code().equals(agency);
    }

    /// The agency of a procedure of the Ministry, whoever it is about and wherever they live.
    public Rule.Agency nationalAgency(LocalDate day) {
        return agency("", day);
    }

    /// The agency a case was given to when it was received, by the name of its row.
    public Rule.Agency agencyByRule(String rule) {
        return rules(Rule.Agency.class)
                .filter(agency -> agency.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no agency " + rule + " in the law"));
    }

    /// How dossiers are numbered.
    public Rule.DossierCodes dossierCodes(LocalDate day) {
        return inForce(Rule.DossierCodes.class, day).findFirst().orElseThrow(() -> new NoSuchRule("dossier code", day));
    }

    /// The wording of a kind of certificate.
    public Rule.Template template(CertificateKind kind, LocalDate day) {
        return inForce(Rule.Template.class, day)
                .filter(template -> template.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("template of " + kind, day));
    }

    /// How long no new offence may be committed, by the laws of all times, oldest first.
    ///
    /// @param months of the prison term, 0 for any other penalty
    public List<Rule.Expungement> expungements(Route route, PenaltyClass penalty, int months) {
        return rules(Rule.Expungement.class)
                .filter(rule -> rule.appliesTo(route, penalty, months))
                .sorted(Comparator.comparing(rule -> rule.validity().from()))
                .toList();
    }

    /// Who never counts as convicted, by the law in force on that day.
    public List<Rule.NeverConviction> neverConvictions(LocalDate day) {
        return inForce(Rule.NeverConviction.class, day).toList();
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
        return inForce(Rule.LastDay.class, lastDay)
                .findFirst()
                .or(() -> rules(Rule.LastDay.class)
                        .min(Comparator.comparing(rule -> rule.validity().from())))
                .orElseThrow(() -> new NoSuchRule("last day of a term", lastDay))
                .after(lastDay);
    }

    /// Whether only a court expunges convictions of a chapter of the Penal Code.
    public boolean isForCourt(String chapter) {
        return rules(Rule.CourtChapter.class).anyMatch(rule -> rule.chapter().equals(chapter));
    }

    /// What else decides on an expungement: by the law of that day, or by the first that knew it.
    public Rule.Order order(ExpungementOrder order, LocalDate day) {
        return rules(Rule.Order.class)
                .filter(rule -> rule.order() == order)
                .min(Comparator.<Rule.Order, Boolean>comparing(
                                rule -> !rule.validity().includes(day))
                        .thenComparing(rule -> rule.validity().from()))
                .orElseThrow(() -> new NoSuchRule("expungement, " + order, day));
    }

    /// The authority in whose name an organisation may send to the register, as the law spells it; empty when it may
    /// not.
    public Optional<String> authority(String organisation, String name, LocalDate day) {
        return inForce(Rule.Authority.class, day)
                .filter(rule -> rule.organisation().equals(organisation))
                .map(Rule.Authority::name)
                .filter(known -> NameFolding.key(known).equals(NameFolding.key(name)))
                .findFirst();
    }

    /// What certificates are shown for, in the order of the file.
    public List<Rule.Purpose> purposes(LocalDate day) {
        return inForce(Rule.Purpose.class, day).toList();
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
        return inForce(Rule.Deadline.class, received)
                .filter(deadline -> deadline.limit() == limit)
                .findFirst()
                .map(rule -> new Deadline(end(from, rule), rule.rule()));
    }

    /// Until when a step that began at that moment should be done; empty where nobody but the citizen is waited for.
    public Optional<Deadline> stepDue(String step, Instant since) {
        return inForce(Rule.StepLimit.class, dayOf(since))
                .filter(limit -> limit.step().equals(step))
                .findFirst()
                .map(rule -> new Deadline(end(since, rule.amount(), rule.unit(), rule.closes()), rule.rule()));
    }

    /// The text of a letter.
    public Rule.Letter letter(LetterKind kind, LocalDate day) {
        return inForce(Rule.Letter.class, day)
                .filter(letter -> letter.letter() == kind)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("letter " + kind, day));
    }

    /// A limit that was interrupted between two moments ends later by the time it stood still. Its row says how that
    /// time is counted: in days of the calendar or of work, in hours or hours of work.
    public Deadline later(Deadline due, Instant from, Instant to) {
        var rule = rules(Rule.Deadline.class)
                .filter(deadline -> deadline.rule().equals(due.rule()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no limit " + due.rule() + " in the law"));
        if (rule.pausedIn() == null) {
            throw new IllegalStateException(rule.rule() + " does not pause");
        }
        var days = workingTime.days();
        var last = dayOf(due.at());
        var end = switch (rule.pausedIn()) {
            case CALENDAR_DAYS -> {
                var passed = Math.toIntExact(ChronoUnit.DAYS.between(dayOf(from), dayOf(to)));
                yield closing(days.onOrAfter(last.plusDays(passed)), rule.closes());
            }
            case WORKING_DAYS -> closing(days.plus(last, days.between(dayOf(from), dayOf(to))), rule.closes());
            case HOURS -> due.at().plus(Duration.between(from, to));
            case WORKING_HOURS -> workingTime.plus(due.at(), workingTime.between(from, to));
        };
        return new Deadline(end, due.rule());
    }

    private Instant end(Instant from, Rule.Deadline rule) {
        return end(from, rule.amount(), rule.unit(), rule.closes());
    }

    private Instant end(Instant from, int amount, Rule.Deadline.Unit unit, LocalTime closes) {
        var day = dayOf(from);
        var days = workingTime.days();
        return switch (unit) {
            case CALENDAR_DAYS -> closing(days.onOrAfter(day.plusDays(amount)), closes);
            case WORKING_DAYS -> closing(days.plus(day, amount), closes);
            case HOURS -> from.plus(Duration.ofHours(amount));
            case WORKING_HOURS -> workingTime.plus(from, Duration.ofHours(amount));
        };
    }

    private static Instant closing(LocalDate last, LocalTime closes) {
        return last.atTime(closes).atZone(ZONE).toInstant();
    }

    /// What a citizen reads at a status.
    public StatusText status(String status) {
        var text = statuses.get(status);
        if (text == null) {
            throw new IllegalArgumentException("no words for the status " + status);
        }
        return text;
    }

    /// What a citizen reads at a step of the timeline: a status, or what became of a delivery.
    public Words step(String step) {
        var delivery = deliveries.get(step);
        return delivery == null ? status(step).text() : delivery;
    }

    /// The names of those that are a status of the portal too.
    public Set<String> portalStatuses() {
        return statuses.values().stream()
                .filter(StatusText::isForPortal)
                .map(StatusText::status)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The names of all statuses.
    public Set<String> statuses() {
        return statuses.keySet();
    }

    /// Whether the timeline has words for it.
    public boolean knowsDelivery(String step) {
        return deliveries.containsKey(step);
    }

    /// Why a certificate was recalled, in words; empty when there is no such reason.
    public Optional<Words> revocation(String code) {
        return Optional.ofNullable(revocations.get(code));
    }

    /// What a citizen can be asked to give, in ready words; empty when there is no such code.
    public Optional<Words> supplement(String code) {
        return Optional.ofNullable(supplements.get(code));
    }

    /// Why a case that stands at a status was not decided in time.
    public Words delay(String status) {
        var words = delays.get(status);
        if (words == null) {
            throw new IllegalArgumentException("no words for a delay at " + status);
        }
        return words;
    }

    private static Map<String, Words> words(Function<String, Reader> files, String file, String key) {
        return rows(files, file)
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.text(key), row -> new Words(row.text("vi"), row.text("en"))));
    }

    private <R extends Rule> Stream<R> inForce(Class<R> kind, LocalDate day) {
        return rules(kind).filter(rule -> rule.validity().includes(day));
    }

    private <R extends Rule> Stream<R> rules(Class<R> kind) {
        return rules.getOrDefault(kind, List.of()).stream().map(kind::cast);
    }

    private static void refuseContradictions(List<Rule> rules) {
        for (var i = 0; i < rules.size(); i++) {
            for (var other : rules.subList(i + 1, rules.size())) {
                var rule = rules.get(i);
                var sameMatter =
                        rule.getClass() == other.getClass() && rule.matter().equals(other.matter());
                if (sameMatter && rule.validity().overlaps(other.validity())) {
                    throw new IllegalArgumentException(rule.rule() + " contradicts " + other.rule());
                }
            }
        }
    }

    private static Stream<Table.Row> rows(Function<String, Reader> files, String file) {
        return Table.read(file, files.apply(file)).rows().stream();
    }

    private static Set<LocalDate> days(Function<String, Reader> files, String kind) {
        return rows(files, "days-off.csv")
                .filter(row -> row.text("kind").equals(kind))
                .map(row -> LocalDate.parse(row.text("date")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Rule.Fee fee(Table.Row row) {
        return new Rule.Fee(
                row.text("rule"),
                row.validity(),
                row.text("channel"),
                FeeCategory.valueOf(row.text("category")),
                row.number("amount"),
                row.number("copies_included"),
                row.number("extra_copy"));
    }

    private static Rule.Procedure procedure(Table.Row row) {
        return new Rule.Procedure(
                row.text("rule"),
                row.validity(),
                row.text("code"),
                Rule.Procedure.Serves.valueOf(row.text("serves")),
                row.number("minimum_age"),
                row.number("self_from_age"),
                row.number("account_level"),
                row.words("name"),
                row.words("elsewhere"));
    }

    private static Rule.Entitlement entitlement(Table.Row row) {
        return new Rule.Entitlement(
                row.text("rule"),
                row.validity(),
                Capacity.valueOf(row.text("capacity")),
                row.number("maximum_age", Integer.MAX_VALUE),
                row.all("kinds", CertificateKind.class),
                row.all("channels", Channel.class),
                row.all("papers", Channel.class));
    }

    private static Rule.Waiver waiver(Table.Row row) {
        return new Rule.Waiver(
                row.text("rule"),
                row.validity(),
                row.text("class"),
                FeeCategory.valueOf(row.text("category")),
                row.flag("in_app"),
                row.flag("evidence"),
                row.number("minimum_age", 0),
                row.number("maximum_age", Integer.MAX_VALUE),
                row.words("name"),
                row.words("proof"));
    }

    private static Rule.WorkingHours workingHours(Table.Row row) {
        return new Rule.WorkingHours(
                row.text("rule"), row.validity(), LocalTime.parse(row.text("from")), LocalTime.parse(row.text("to")));
    }

    private static Rule.Kind kind(Table.Row row) {
        return new Rule.Kind(
                row.text("rule"),
                row.validity(),
                CertificateKind.valueOf(row.text("kind")),
                row.text("code"),
                row.flag("offered"),
                row.words("name"));
    }

    private static Rule.Deadline deadline(Table.Row row) {
        return new Rule.Deadline(
                row.text("rule"),
                row.validity(),
                DeadlineKind.valueOf(row.text("case")),
                row.number("amount"),
                Rule.Deadline.Unit.valueOf(row.text("unit")),
                LocalTime.parse(row.text("closes")),
                row.text("paused_in").isEmpty() ? null : Rule.Deadline.Unit.valueOf(row.text("paused_in")));
    }

    private static Rule.StepLimit stepLimit(Table.Row row) {
        return new Rule.StepLimit(
                row.text("rule"),
                row.validity(),
                row.text("step"),
                row.number("amount"),
                Rule.Deadline.Unit.valueOf(row.text("unit")),
                LocalTime.parse(row.text("closes")));
    }

    private static Rule.Letter letter(Table.Row row) {
        return new Rule.Letter(
                row.text("rule"), row.validity(), LetterKind.valueOf(row.text("letter")), row.words("file"));
    }

    private static Rule.Pilot pilot(Table.Row row) {
        return new Rule.Pilot(
                row.text("rule"),
                row.validity(),
                row.text("procedure"),
                row.text("province"),
                row.all("channels", Channel.class));
    }

    private static Rule.AgencyCapacity agencyCapacity(Table.Row row) {
        return new Rule.AgencyCapacity(
                row.text("rule"), row.validity(), row.text("organisation"), Capacity.valueOf(row.text("capacity")));
    }

    private static Rule.Sharing sharing(Table.Row row) {
        return new Rule.Sharing(
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

    private static Rule.ConsentText consentText(Table.Row row) {
        return new Rule.ConsentText(row.text("rule"), row.validity(), new Words(row.text("vi"), row.text("en")));
    }

    private static Rule.AgencyAccess agencyAccess(Table.Row row) {
        return new Rule.AgencyAccess(
                row.text("rule"),
                row.validity(),
                row.text("organisation"),
                row.text("procedure"),
                row.text("legal_basis"),
                CertificateKind.valueOf(row.text("view")),
                row.number("daily_quota"));
    }

    private static Rule.Agency agency(Table.Row row) {
        return new Rule.Agency(
                row.text("rule"),
                row.validity(),
                row.text("province"),
                row.text("code"),
                row.text("symbol"),
                row.text("parent_vi"),
                row.words("name"),
                row.text("place_vi"));
    }

    private static Rule.DossierCodes dossierCodes(Table.Row row) {
        return new Rule.DossierCodes(
                row.text("rule"),
                row.validity(),
                row.text("prefix"),
                row.number("serial_width"),
                row.number("overflow_width"));
    }

    private static Rule.Purpose purpose(Table.Row row) {
        return new Rule.Purpose(
                row.text("rule"),
                row.validity(),
                row.text("code"),
                row.number("amount"),
                Rule.Purpose.Term.valueOf(row.text("unit")),
                row.words("name"));
    }

    private static Rule.Template template(Table.Row row) {
        return new Rule.Template(
                row.text("rule"), row.validity(), CertificateKind.valueOf(row.text("kind")), row.text("file"));
    }

    private static Rule.Expungement expungement(Table.Row row) {
        return new Rule.Expungement(
                row.text("rule"),
                row.validity(),
                Route.valueOf(row.text("route")),
                PenaltyClass.valueOf(row.text("penalty")),
                row.number("over_months"),
                row.number("up_to_months"),
                row.number("months"),
                Rule.Expungement.CountedFrom.valueOf(row.text("counted_from")));
    }

    private static Rule.NeverConviction neverConviction(Table.Row row) {
        return new Rule.NeverConviction(
                row.text("rule"),
                row.validity(),
                row.number("age_from"),
                row.number("age_below"),
                row.text("intent"),
                row.text("gravity"),
                row.text("ground"));
    }

    private static Rule.LastDay lastDay(Table.Row row) {
        return new Rule.LastDay(
                row.text("rule"),
                row.validity(),
                switch (row.text("last_day")) {
                    case "INCLUDED" -> true;
                    case "EXCLUDED" -> false;
                    default -> throw new IllegalArgumentException("last-days.csv: " + row.text("last_day"));
                });
    }

    private static Rule.CourtChapter courtChapter(Table.Row row) {
        return new Rule.CourtChapter(row.text("rule"), row.validity(), row.text("chapter"));
    }

    private static Rule.Order order(Table.Row row) {
        return new Rule.Order(
                row.text("rule"), row.validity(), ExpungementOrder.valueOf(row.text("order")), row.number("amount"));
    }

    private static Rule.Authority authority(Table.Row row) {
        return new Rule.Authority(row.text("rule"), row.validity(), row.text("organisation"), row.text("name"));
    }
}
