package hoso.healthrecord.document;

import static hoso.healthrecord.document.ClaimTableWire.text;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Visit.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The claim file as hospitals send it to the insurance portal (Decisions 130, 4750, 3176): an envelope `GIAMDINHHS`
/// with the tables of one episode, each a base64 text of XML of its own.
final class ClaimEnvelopeWire {
    /// Times in claims are local; Viet Nam has one zone and no summer time.
    static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    static final Pattern FACILITY = Pattern.compile("[0-9]{2}[0-9A-Z]{3}");
    static final Pattern EPISODE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\p{Cn}]{1,100}");
    static final int NAME_LENGTH = 255;

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /// The envelope is small but for its files; a signature of the facility (XMLDSig) is the deepest thing in it.
    private static final ClaimXmlWire.Limits ENVELOPE = new ClaimXmlWire.Limits(32, 5_000, DocumentFormat.MAX_BYTES);

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final int MOST_ELEMENTS = 300_000;
    private static final Map<String, String> ROOTS = Map.of(
            "XML1", "TONG_HOP",
            "XML2", "CHITIEU_CHITIET_THUOC",
            "XML3", "CHITIEU_CHITIET_DVKT_VTYT",
            "XML4", "CHITIEU_CHITIET_DICHVUCANLAMSANG",
            "XML5", "CHITIEU_CHITIET_DIENBIENLAMSANG");
    private static final String HIV_TABLE = "XML6";
    private static final String TUBERCULOSIS_TABLE = "XML15";
    private static final String ASSESSMENT_TABLE = "XML12";

    private final Flaws flaws = new Flaws();
    private final Instant now;
    private final Map<String, ClaimTableWire> tables = new LinkedHashMap<>();

    private ClaimEnvelopeWire(Instant now) {
        this.now = now;
    }

    static Reading read(byte[] document, Instant now) {
        if (document.length > DocumentFormat.MAX_BYTES) {
            return new Reading.Refused(List.of(new Flaw("GIAMDINHHS", Code.CONTENT_TOO_LARGE)));
        }
        try {
            return new ClaimEnvelopeWire(now).read(document);
        } catch (Stop stop) {
            return stop.refused();
        }
    }

    private Reading read(byte[] document) throws Stop {
        var envelope = new Envelope();
        var _ = ClaimXmlWire.walk(document, "GIAMDINHHS", ENVELOPE, envelope);
        if (envelope.visits == 0) {
            throw new Stop("GIAMDINHHS/THONGTINHOSO/DANHSACHHOSO", Code.NO_VISIT);
        }
        var budget = new ClaimTableWire.Budget(MOST_ELEMENTS);
        for (var file : envelope.files) {
            readTable(file, budget);
        }
        var summary = tables.get("XML1");
        if (summary == null) {
            flaws.add("XML1", Code.TABLE_MISSING);
        }
        if (summary == null || flaws.any()) {
            return flaws.refused();
        }
        return visit(envelope, summary);
    }

    private void readTable(File file, ClaimTableWire.Budget budget) throws Stop {
        var name = file.table.strip();
        if (!ClaimTableWire.names().contains(name)) {
            flaws.add(file.pointer + "/LOAIHOSO", Code.UNKNOWN_TABLE);
            return;
        }
        if (tables.containsKey(name)) {
            flaws.add(file.pointer + "/LOAIHOSO", Code.TABLE_TWICE);
            return;
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(BLANKS.matcher(file.content).replaceAll(""));
        } catch (IllegalArgumentException _) {
            flaws.add(file.pointer + "/NOIDUNGFILE", Code.NOT_BASE64);
            return;
        }
        var table = ClaimTableWire.read(name, content, budget);
        tables.put(name, table);
        var root = ROOTS.get(name);
        if (root != null && !root.equals(table.root())) {
            flaws.add(name, Code.WRONG_ROOT);
        } else if (name.equals("XML1")
                && (table.rows().isEmpty() || table.rows().getFirst().isEmpty())) {
            flaws.add(name, Code.TABLE_EMPTY);
        }
    }

    private Reading visit(Envelope envelope, ClaimTableWire summary) {
        var one = new Row(summary, 0);
        var facility = facility(envelope, one);
        var episode = one.required("MA_LK");
        if (!episode.isEmpty() && !EPISODE.matcher(episode).matches()) {
            one.flaw("MA_LK", Code.TOO_LONG);
        }
        oneEpisodeOnly(episode);
        var name = one.required("HO_TEN");
        if (name.length() > NAME_LENGTH) {
            one.flaw("HO_TEN", Code.TOO_LONG);
        }
        var birthDate = birthDate(one);
        var sex = sex(one);
        var admittedAt = one.time("NGAY_VAO");
        var dischargedAt = one.timeOrNull("NGAY_RA");
        period(one, admittedAt, dischargedAt);
        var tags = new TreeSet<String>();
        tables.values().forEach(table -> table.unknownTags(tags));
        var visit = new Visit(
                facility,
                episode,
                new Visit.Patient(one.text("SO_CCCD"), name, birthDate, sex),
                admittedAt,
                dischargedAt,
                CareKind.of(one.text("MA_LOAI_KCB")),
                Outcome.of(one.text("KET_QUA_DTRI")),
                one.text("LY_DO_VV"),
                one.text("PP_DIEU_TRI"),
                one.text("GHI_CHU"),
                diagnoses(one),
                rows("XML2").map(ClaimEnvelopeWire::drug).toList(),
                rows("XML3").map(ClaimEnvelopeWire::service).toList(),
                rows("XML4").map(ClaimEnvelopeWire::test).toList(),
                rows("XML5").map(ClaimEnvelopeWire::progress).toList(),
                reexaminations(one),
                referral(),
                tuberculosisWithHiv(),
                anythingProtected());
        return flaws.any()
                ? flaws.refused()
                : new Reading.Read(Protected.shown(visit, tables.containsKey(HIV_TABLE)), List.copyOf(tags));
    }

    private String facility(Envelope envelope, Row summary) {
        var facility = summary.required("MA_CSKCB");
        if (!facility.isEmpty() && !FACILITY.matcher(facility).matches()) {
            summary.flaw("MA_CSKCB", Code.FACILITY_UNKNOWN);
        }
        var sender = envelope.facility.strip();
        if (sender.isEmpty()) {
            flaws.add("GIAMDINHHS/THONGTINDONVI/MACSKCB", Code.MISSING);
        } else if (!facility.isEmpty() && !sender.equals(facility)) {
            flaws.add("GIAMDINHHS/THONGTINDONVI/MACSKCB", Code.FACILITY_DIFFERS);
        }
        return facility;
    }

    private void oneEpisodeOnly(String episode) {
        for (var table : tables.values()) {
            for (int i = 0; i < table.rows().size(); i++) {
                var theirs = text(table.rows().get(i), "MA_LK");
                if (theirs == null
                        && ROOTS.containsKey(table.name())
                        && !table.name().equals("XML1")) {
                    flaws.add(table.pointer(i, "MA_LK"), Code.MISSING);
                } else if (theirs != null
                        && !theirs.equals(episode)
                        && !table.name().equals(ASSESSMENT_TABLE)) {
                    flaws.add(table.pointer(i, "MA_LK"), Code.EPISODE_DIFFERS);
                }
            }
        }
    }

    private BirthDate birthDate(Row row) {
        var text = row.required("NGAY_SINH");
        var birthDate = BirthDate.ofClaim(text);
        if (birthDate.isEmpty()) {
            if (!text.isEmpty()) {
                row.flaw("NGAY_SINH", Code.WRONG_DATE);
            }
            return NO_BIRTH_DATE;
        }
        if (birthDate.get().after(LocalDate.ofInstant(now, LOCAL))) {
            row.flaw("NGAY_SINH", Code.DATE_IN_FUTURE);
        }
        return birthDate.get();
    }

    /// Stands in where a flaw is already noted, so that the rest can still be looked through.
    static final BirthDate NO_BIRTH_DATE = new BirthDate(1900, 0, 0);

    private static Sex sex(Row row) {
        return switch (row.required("GIOI_TINH")) {
            case "1" -> Sex.MALE;
            case "2" -> Sex.FEMALE;
            case "3", "" -> Sex.UNDETERMINED;
            default -> {
                row.flaw("GIOI_TINH", Code.UNKNOWN_CODE);
                yield Sex.UNDETERMINED;
            }
        };
    }

    private void period(Row row, Instant admittedAt, @Nullable Instant dischargedAt) {
        var latest = now.plusSeconds(86_400);
        if (admittedAt.isAfter(latest)) {
            row.flaw("NGAY_VAO", Code.DATE_IN_FUTURE);
        }
        if (dischargedAt != null && dischargedAt.isAfter(latest)) {
            row.flaw("NGAY_RA", Code.DATE_IN_FUTURE);
        }
        if (dischargedAt != null && dischargedAt.isBefore(admittedAt)) {
            row.flaw("NGAY_RA", Code.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private static List<Visit.Diagnosis> diagnoses(Row row) {
        var main = row.text("MA_BENH_CHINH");
        var others = list(row.text("MA_BENH_KT"));
        var text = row.text("CHAN_DOAN_RV");
        var texts = list(text);
        var codes = new ArrayList<@Nullable String>();
        codes.add(main);
        codes.addAll(others);
        // Codes and texts are parallel lists only if they are equally long; otherwise the text stays whole.
        var parallel = texts.size() == codes.size();
        var diagnoses = new ArrayList<Visit.Diagnosis>();
        for (int i = 0; i < codes.size(); i++) {
            var theirs = parallel ? texts.get(i) : i == 0 ? text : null;
            if (codes.get(i) != null || theirs != null) {
                diagnoses.add(new Visit.Diagnosis(codes.get(i), theirs, i == 0));
            }
        }
        return List.copyOf(diagnoses);
    }

    private static Visit.Drug drug(Row row) {
        return new Visit.Drug(
                row.text("MA_THUOC"),
                row.text("TEN_THUOC"),
                row.text("HAM_LUONG"),
                row.text("SO_LUONG"),
                row.text("DON_VI_TINH"),
                row.text("LIEU_DUNG"),
                row.text("CACH_DUNG"),
                row.timeOrNull("NGAY_YL"));
    }

    private static Visit.Service service(Row row) {
        var code = row.text("MA_DICH_VU");
        var name = row.text("TEN_DICH_VU");
        return new Visit.Service(
                code == null ? row.text("MA_VAT_TU") : code,
                name == null ? row.text("TEN_VAT_TU") : name,
                row.text("SO_LUONG"),
                row.timeOrNull("NGAY_YL"));
    }

    private static Visit.TestResult test(Row row) {
        return new Visit.TestResult(
                row.text("MA_CHI_SO"),
                row.text("TEN_CHI_SO"),
                row.text("GIA_TRI"),
                row.text("DON_VI_DO"),
                row.text("MO_TA"),
                row.text("KET_LUAN"),
                row.timeOrNull("NGAY_KQ"));
    }

    private static Visit.Progress progress(Row row) {
        var note = row.text("DIEN_BIEN_LS");
        return new Visit.Progress(row.timeOrNull("THOI_DIEM_DBLS"), note, VitalSigns.find(note));
    }

    /// Days from the summary; a slip (XML14) names the hour and its number for one of them.
    private List<Visit.Reexamination> reexaminations(Row summary) {
        var found = new ArrayList<Visit.Reexamination>();
        rows("XML14").forEach(slip -> {
            var at = slip.timeOrNull("NGAY_HEN_KL");
            if (at != null) {
                found.add(new Visit.Reexamination(LocalDate.ofInstant(at, LOCAL), at, slip.text("SO_GIAYHEN_KL")));
            }
        });
        for (var day : list(summary.text("NGAY_TAI_KHAM"))) {
            try {
                var on = LocalDate.parse(day, DAYS);
                if (found.stream().noneMatch(one -> one.on().equals(on))) {
                    found.add(new Visit.Reexamination(on, null, null));
                }
            } catch (DateTimeParseException _) {
                summary.flaw("NGAY_TAI_KHAM", Code.WRONG_DATE);
            }
        }
        return List.copyOf(found);
    }

    private Visit.@Nullable Referral referral() {
        return rows("XML13")
                .map(letter -> {
                    // Decision 3176 renamed the tag of the receiving facility.
                    var to = letter.text("MA_CSKCB_DEN");
                    return new Visit.Referral(
                            letter.text("GIAY_CHUYEN_TUYEN"),
                            to == null ? letter.text("MA_NOI_DEN") : to,
                            letter.text("CHAN_DOAN_RV"),
                            letter.text("HUONG_DIEU_TRI"));
                })
                .findFirst()
                .orElse(null);
    }

    private boolean tuberculosisWithHiv() {
        return rows(TUBERCULOSIS_TABLE).anyMatch(row -> row.text("NGAYKD_HIV") != null || row.text("BDDT_ARV") != null);
    }

    private boolean anythingProtected() {
        for (var table : tables.values()) {
            for (var row : table.rows()) {
                for (var cell : row.entrySet()) {
                    var codes = cell.getKey().startsWith("MA_BENH") ? list(cell.getValue()) : List.<String>of();
                    if (Protected.text(cell.getValue()) || codes.stream().anyMatch(Protected::code)) {
                        return true;
                    }
                }
                if (text(row, "PHANLOAI_LAO_HIV") != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private Stream<Row> rows(String name) {
        var table = tables.get(name);
        return table == null
                ? Stream.empty()
                : IntStream.range(0, table.rows().size()).mapToObj(i -> new Row(table, i));
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : SEMICOLON
                        .splitAsStream(text)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /// A row that knows where it is, so that each flaw can say so.
    private final class Row {
        private final ClaimTableWire table;
        private final int index;
        private final Map<String, String> cells;

        Row(ClaimTableWire table, int index) {
            this.table = table;
            this.index = index;
            this.cells = table.rows().get(index);
        }

        @Nullable
        String text(String tag) {
            return ClaimTableWire.text(cells, tag);
        }

        String required(String tag) {
            var text = text(tag);
            if (text == null) {
                flaw(tag, Code.MISSING);
            }
            return text == null ? "" : text;
        }

        void flaw(String tag, Code code) {
            flaws.add(table.pointer(index, tag), code);
        }

        /// A time that the visit cannot do without; the beginning of time stands in once its flaw is noted.
        Instant time(String tag) {
            var text = required(tag);
            var time = text.isEmpty() ? null : parse(tag, text);
            return time == null ? Instant.EPOCH : time;
        }

        @Nullable
        Instant timeOrNull(String tag) {
            var text = text(tag);
            return text == null ? null : parse(tag, text);
        }

        private @Nullable Instant parse(String tag, String text) {
            try {
                var local = text.length() == 8
                        ? LocalDate.parse(text, DAYS).atTime(LocalTime.MIDNIGHT)
                        : LocalDateTime.parse(text, MINUTES);
                return local.toInstant(LOCAL);
            } catch (DateTimeParseException _) {
                flaw(tag, Code.WRONG_DATE);
                return null;
            }
        }
    }

    private static final class File {
        private final String pointer;
        private String table = "";
        private String content = "";

        File(String pointer) {
            this.pointer = pointer;
        }
    }

    private static final class Envelope implements ClaimXmlWire.Listener {
        private static final Set<String> PARTS = Set.of("LOAIHOSO", "NOIDUNGFILE");
        private final List<File> files = new ArrayList<>();
        private String facility = "";
        private int visits;
        private boolean inFile;

        @Override
        public void opened(Deque<String> path) throws Stop {
            if (path.size() == 1 && !path.getLast().equals("GIAMDINHHS")) {
                throw new Stop("/", Code.NOT_AN_ENVELOPE);
            }
            if (is(path, "HOSO", "DANHSACHHOSO") && ++visits > 1) {
                throw new Stop("GIAMDINHHS/THONGTINHOSO/DANHSACHHOSO/HOSO[2]", Code.SEVERAL_VISITS);
            }
            if (is(path, "FILEHOSO", "HOSO")) {
                if (files.size() == ClaimTableWire.names().size()) {
                    throw new Stop("HOSO/FILEHOSO[" + (files.size() + 1) + "]", Code.TOO_MANY_ELEMENTS);
                }
                files.add(new File("HOSO/FILEHOSO[" + (files.size() + 1) + "]"));
                inFile = true;
            }
        }

        @Override
        public void leaf(Deque<String> path, String text) throws Stop {
            if (is(path, "MACSKCB", "THONGTINDONVI")) {
                facility = text;
            } else if (inFile && PARTS.contains(path.getLast())) {
                var file = files.getLast();
                var before = path.getLast().equals("LOAIHOSO") ? file.table : file.content;
                if (!before.isEmpty()) {
                    throw new Stop(file.pointer + "/" + path.getLast(), Code.TAG_TWICE);
                }
                if (path.getLast().equals("LOAIHOSO")) {
                    file.table = text;
                } else {
                    file.content = text;
                }
            } else if (is(path, "FILEHOSO", "HOSO")) {
                inFile = false;
            }
        }

        @Override
        public void closed(Deque<String> path) {
            if (is(path, "FILEHOSO", "HOSO")) {
                inFile = false;
            }
        }

        private static boolean is(Deque<String> path, String name, String parent) {
            if (!path.getLast().equals(name) || path.size() < 2) {
                return false;
            }
            var upwards = path.descendingIterator();
            upwards.next();
            return upwards.next().equals(parent);
        }
    }
}
