package hoso.healthrecord.document;

import static hoso.healthrecord.document.ClaimTableReader.text;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Visit.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The claim file as hospitals send it to the insurance portal (Decisions 130, 4750, 3176): an envelope `GIAMDINHHS`
/// with the tables of one episode, each a base64 text of XML of its own.
final class ClaimEnvelopeReader {
    /// Times in claims are local; Viet Nam has one zone and no summer time.
    static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    static final Pattern FACILITY = Pattern.compile("[0-9]{2}[0-9A-Z]{3}");
    static final Pattern EPISODE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\p{Cn}]{1,100}");
    static final int NAME_LENGTH = 255;

    /// The envelope is small but for its files; a signature of the facility (XMLDSig) is the deepest thing in it.
    private static final ClaimXmlReader.Limits ENVELOPE =
            new ClaimXmlReader.Limits(32, 5_000, DocumentFormat.MAX_BYTES);

    private static final Pattern BLANKS = Pattern.compile("\\s+");

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
    private final Map<String, ClaimTableReader> tables = new LinkedHashMap<>();

    private ClaimEnvelopeReader(Instant now) {
        this.now = now;
    }

    static Reading read(byte[] document, Instant now) {
        if (document.length > DocumentFormat.MAX_BYTES) {
            return new Reading.Refused(List.of(new Flaw("GIAMDINHHS", Code.CONTENT_TOO_LARGE)));
        }
        try {
            return new ClaimEnvelopeReader(now).read(document);
        } catch (Stop stop) {
            return stop.refused();
        }
    }

    private Reading read(byte[] document) throws Stop {
        var envelope = new ClaimFilesReader();
        var _ = ClaimXmlReader.walk(document, "GIAMDINHHS", ENVELOPE, envelope);
        if (envelope.visits == 0) {
            throw new Stop("GIAMDINHHS/THONGTINHOSO/DANHSACHHOSO", Code.NO_VISIT);
        }
        var budget = new ClaimTableReader.Budget(MOST_ELEMENTS);
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

    private void readTable(ClaimFilesReader.File file, ClaimTableReader.Budget budget) throws Stop {
        var name = file.table.strip();
        if (!ClaimTableReader.names().contains(name)) {
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
        var table = ClaimTableReader.read(name, content, budget);
        tables.put(name, table);
        var root = ROOTS.get(name);
        if (root != null && !root.equals(table.root())) {
            flaws.add(name, Code.WRONG_ROOT);
        } else if (name.equals("XML1")
                && (table.rows().isEmpty() || table.rows().getFirst().isEmpty())) {
            flaws.add(name, Code.TABLE_EMPTY);
        }
    }

    private Reading visit(ClaimFilesReader envelope, ClaimTableReader summary) {
        var one = new ClaimRowReader(summary, 0, flaws);
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
        var header = new Visit.Header(
                facility,
                episode,
                new Visit.Patient(one.text("SO_CCCD"), name, birthDate, sex),
                admittedAt,
                dischargedAt,
                CareKind.of(one.text("MA_LOAI_KCB")),
                Outcome.of(one.text("KET_QUA_DTRI")));
        var findings = new Visit.Findings(
                one.text("LY_DO_VV"),
                one.text("PP_DIEU_TRI"),
                one.text("GHI_CHU"),
                ClaimTreatmentReader.diagnoses(one),
                rows("XML2").map(ClaimTreatmentReader::drug).toList(),
                rows("XML3").map(ClaimTreatmentReader::service).toList(),
                rows("XML4").map(ClaimTreatmentReader::test).toList(),
                rows("XML5").map(ClaimTreatmentReader::progress).toList(),
                ClaimTreatmentReader.reexaminations(one, rows("XML14")),
                ClaimTreatmentReader.referral(rows("XML13")),
                Further.NONE);
        var disclosure = new Visit.Disclosure(tuberculosisWithHiv(), anythingProtected());
        var visit = new Visit(header, findings, disclosure);
        return flaws.any()
                ? flaws.refused()
                : new Reading.Read(HivRedaction.shown(visit, tables.containsKey(HIV_TABLE)), List.copyOf(tags));
    }

    private String facility(ClaimFilesReader envelope, ClaimRowReader summary) {
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

    private BirthDate birthDate(ClaimRowReader row) {
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

    private static Sex sex(ClaimRowReader row) {
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

    private void period(ClaimRowReader row, Instant admittedAt, @Nullable Instant dischargedAt) {
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

    private Stream<ClaimRowReader> rows(String name) {
        var table = tables.get(name);
        return table == null
                ? Stream.empty()
                : IntStream.range(0, table.rows().size()).mapToObj(i -> new ClaimRowReader(table, i, flaws));
    }

    private boolean tuberculosisWithHiv() {
        return rows(TUBERCULOSIS_TABLE).anyMatch(row -> row.text("NGAYKD_HIV") != null || row.text("BDDT_ARV") != null);
    }

    private boolean anythingProtected() {
        for (var table : tables.values()) {
            for (var row : table.rows()) {
                for (var cell : row.entrySet()) {
                    var codes = cell.getKey().startsWith("MA_BENH")
                            ? ClaimRowReader.list(cell.getValue())
                            : List.<String>of();
                    if (HivRedaction.text(cell.getValue()) || codes.stream().anyMatch(HivRedaction::code)) {
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
}
