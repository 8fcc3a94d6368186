package hoso.judicialcert.law;

import hoso.chassis.text.Fold;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

    private final List<Rule> rules;
    private final WorkingDays workingDays;
    private final Map<String, StatusText> statuses;
    private final Map<String, Words> deliveries;

    private Law(
            List<Rule> rules,
            WorkingDays workingDays,
            Map<String, StatusText> statuses,
            Map<String, Words> deliveries) {
        this.rules = rules;
        this.workingDays = workingDays;
        this.statuses = statuses;
        this.deliveries = deliveries;
    }

    /// Reads the files; a row that cannot be read, or two rows that say different things for one day, end the start.
    ///
    /// @param files opens a file by its name
    public static Law read(Function<String, Reader> files) {
        var rules = Stream.of(
                        rows(files, "fees.csv").map(Law::fee),
                        rows(files, "procedures.csv").map(Law::procedure),
                        rows(files, "kinds.csv").map(Law::kind),
                        rows(files, "deadlines.csv").map(Law::deadline),
                        rows(files, "pilots.csv").map(Law::pilot),
                        rows(files, "agencies.csv").map(Law::agency),
                        rows(files, "dossier-codes.csv").map(Law::dossierCodes),
                        rows(files, "templates.csv").map(Law::template),
                        rows(files, "expungement.csv").map(Law::expungement),
                        rows(files, "never-convictions.csv").map(Law::neverConviction),
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
                        row.number("portal_code"),
                        row.words("portal"),
                        new Words(row.text("vi"), row.text("en"))))
                .collect(Collectors.toUnmodifiableMap(StatusText::status, text -> text));
        var deliveries = rows(files, "deliveries.csv")
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.text("step"), row -> new Words(row.text("vi"), row.text("en"))));
        return new Law(rules, new WorkingDays(days(files, "OFF"), days(files, "WORK")), statuses, deliveries);
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

    /// The kind of certificate.
    public Rule.Kind kind(CertificateKind kind, LocalDate day) {
        return inForce(Rule.Kind.class, day)
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("kind " + kind, day));
    }

    /// Whether a procedure is open in the app for residents of a province.
    public Optional<Rule.Pilot> opening(String procedure, String province, LocalDate day) {
        return inForce(Rule.Pilot.class, day)
                .filter(pilot -> pilot.covers(procedure, province))
                .findFirst();
    }

    /// The agency that issues for residents of a province.
    public Rule.Agency agency(String province, LocalDate day) {
        return inForce(Rule.Agency.class, day)
                .filter(agency -> Set.of(province, Rule.EVERYWHERE).contains(agency.province()))
                .min(Comparator.comparing(agency -> agency.province().equals(Rule.EVERYWHERE)))
                .orElseThrow(() -> new NoSuchRule("agency of " + province, day));
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
                .filter(known -> Fold.key(known).equals(Fold.key(name)))
                .findFirst();
    }

    /// Until when a request received at that moment has to be decided.
    public Due due(Instant receivedAt, Urgency urgency) {
        var day = dayOf(receivedAt);
        var rule = inForce(Rule.Deadline.class, day)
                .filter(deadline -> deadline.urgency() == urgency)
                .findFirst()
                .orElseThrow(() -> new NoSuchRule("deadline " + urgency, day));
        var last = switch (rule.unit()) {
            case CALENDAR_DAYS -> workingDays.onOrAfter(day.plusDays(rule.amount()));
            case WORKING_DAYS -> workingDays.plus(day, rule.amount());
        };
        return new Due(last.atTime(rule.closes()).atZone(ZONE).toInstant(), rule.rule());
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

    /// Whether the timeline has words for it.
    public boolean knowsDelivery(String step) {
        return deliveries.containsKey(step);
    }

    private <R extends Rule> Stream<R> inForce(Class<R> kind, LocalDate day) {
        return rules(kind).filter(rule -> rule.validity().includes(day));
    }

    private <R extends Rule> Stream<R> rules(Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast);
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
                row.number("minimum_age"),
                row.number("self_from_age"),
                row.number("account_level"),
                row.words("name"),
                row.words("elsewhere"));
    }

    private static Rule.Kind kind(Table.Row row) {
        return new Rule.Kind(
                row.text("rule"),
                row.validity(),
                CertificateKind.valueOf(row.text("kind")),
                row.text("code"),
                Boolean.parseBoolean(row.text("offered")),
                row.words("name"));
    }

    private static Rule.Deadline deadline(Table.Row row) {
        return new Rule.Deadline(
                row.text("rule"),
                row.validity(),
                Urgency.valueOf(row.text("case")),
                row.number("amount"),
                Rule.Deadline.Unit.valueOf(row.text("unit")),
                LocalTime.parse(row.text("closes")));
    }

    private static Rule.Pilot pilot(Table.Row row) {
        return new Rule.Pilot(row.text("rule"), row.validity(), row.text("procedure"), row.text("province"));
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
