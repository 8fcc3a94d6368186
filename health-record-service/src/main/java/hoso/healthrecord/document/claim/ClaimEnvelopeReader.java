package hoso.healthrecord.document.claim;

import static hoso.healthrecord.document.claim.ClaimTableReader.text;

import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.DocumentSignature;
import hoso.healthrecord.document.Flaw;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.HivRedaction;
import hoso.healthrecord.document.Origin;
import hoso.healthrecord.document.Outcome;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The claim file as hospitals send it to the insurance portal (Decisions 130, 4750, 3176): an envelope `GIAMDINHHS`
/// with the tables of one episode, each a base64 text of XML of its own.
public final class ClaimEnvelopeReader {
    /// The 13-digit code of Decision 1551/QD-BYT, which claims do not carry.
    private static final Pattern LONG_FACILITY = Pattern.compile("[0-9]{13}");

    /// The envelope is small but for its files; a signature of the facility (XMLDSig) is the deepest thing in it.
    private static final ClaimXmlReader.Limits ENVELOPE =
            new ClaimXmlReader.Limits(32, 5_000, DocumentFormat.MAX_BYTES);

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// Some tables of 30,000 rows; the largest holds 47 tags a row.
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final Map<String, String> ROOTS = Map.of(
            "XML1", "TONG_HOP",
            "XML2", "CHITIEU_CHITIET_THUOC",
            "XML3", "CHITIEU_CHITIET_DVKT_VTYT",
            "XML4", "CHITIEU_CHITIET_DICHVUCANLAMSANG",
            "XML5", "CHITIEU_CHITIET_DIENBIENLAMSANG");
    private static final String ASSESSMENT_TABLE = "XML12";

    /// Tables of which the app shows nothing or a part, told as a whole; of the others each tag that is not shown is
    /// told. The HIV table is told nowhere, because its name tells.
    private static final Set<String> NAMED_WHOLE =
            Set.of("XML7", "XML8", "XML9", "XML10", "XML11", "XML12", "XML13", "XML14", "XML15");

    private final Flaws flaws = new Flaws();
    private final Instant now;
    private final Map<String, ClaimTableReader> tables = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private Map<String, ClaimTableReader> shown = Map.of();
    private DocumentSignature signature = DocumentSignature.ABSENT;

    private ClaimEnvelopeReader(Instant now) {
        this.now = now;
    }

    /// The visit that a claim tells of, or all that is wrong with it.
    public static Reading read(byte[] document, Instant now) {
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
        var envelope = readFiles(document);
        var summary = tables.get("XML1");
        if (summary == null) {
            flaws.add("XML1", Code.TABLE_MISSING);
        }
        if (summary == null || flaws.any()) {
            return flaws.refused();
        }
        signature = FacilitySignatureReader.of(document);
        return visit(envelope, summary);
    }

    /// The tables of a claim that was taken before, as they are.
    ///
    /// @param contents the XML of each table
    /// @param places which file of the envelope each table is, counted from 0
    record Files(Map<String, ClaimTableReader> tables, Map<String, byte[]> contents, Map<String, Integer> places) {}

    static Files files(byte[] document) throws Stop {
        var reader = new ClaimEnvelopeReader(Instant.EPOCH);
        var _ = reader.readFiles(document);
        return new Files(reader.tables, reader.contents, reader.places);
    }

    private ClaimFilesReader readFiles(byte[] document) throws Stop {
        var envelope = new ClaimFilesReader();
        var _ = ClaimXmlReader.walk(document, "GIAMDINHHS", ENVELOPE, envelope);
        if (envelope.visits == 0) {
            throw new Stop("GIAMDINHHS/THONGTINHOSO/DANHSACHHOSO", Code.NO_VISIT);
        }
        var budget = new ClaimTableReader.Budget(MOST_ELEMENTS);
        for (int i = 0; i < envelope.files.size(); i++) {
            readTable(envelope.files.get(i), i, budget);
        }
        return envelope;
    }

    private void readTable(ClaimFilesReader.File file, int place, ClaimTableReader.Budget budget) throws Stop {
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
        contents.put(name, content);
        places.put(name, place);
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
        if (!episode.isEmpty() && !VisitRules.EPISODE.matcher(episode).matches()) {
            one.flaw("MA_LK", Code.TOO_LONG);
        }
        oneEpisodeOnly(episode);
        var patient = new ClaimPatientReader(now).patient(one);
        var admittedAt = one.time("NGAY_VAO");
        var dischargedAt = one.timeOrNull("NGAY_RA");
        period(one, admittedAt, dischargedAt);
        var tags = new TreeSet<String>();
        tables.values().forEach(table -> table.unknownTags(tags));
        var header = new Visit.Header(
                facility,
                episode,
                patient,
                admittedAt,
                dischargedAt,
                CareKind.of(one.text("MA_LOAI_KCB")),
                Outcome.of(one.text("KET_QUA_DTRI")));
        // Read whole, so that each flaw is told, and then again without what the law keeps back.
        shown = tables;
        var all = findings(one);
        var hiv = HivClaimReader.of(tables);
        shown = hiv.tables();
        var findings = hiv.cuts().isEmpty()
                ? all
                : findings(
                        new ClaimRowReader(Objects.requireNonNull(hiv.tables().get("XML1")), 0, flaws));
        var withheld = hiv.anything(tables);
        var visit = new Visit(header, findings, new Disclosure(hiv.care(), withheld), new Origin(signature));
        return flaws.any()
                ? flaws.refused()
                : new Reading.Read(
                        hiv.care() ? HivRedaction.onlyWhereAndWhen(visit) : visit, List.copyOf(tags), sealed());
    }

    private List<String> sealed() {
        return tables.containsKey(HivClaimReader.HIV_TABLE) ? List.of(HivClaimReader.HIV_TABLE) : List.of();
    }

    private List<Further.Counted> alsoInDocument() {
        return shown.values().stream()
                .filter(table -> !table.name().equals(HivClaimReader.HIV_TABLE)
                        && !table.rows().isEmpty())
                .sorted(Comparator.comparingInt(
                        table -> Integer.parseInt(table.name().substring(3))))
                .flatMap(table -> NAMED_WHOLE.contains(table.name())
                        ? Stream.of(
                                new Further.Counted(table.name(), table.rows().size()))
                        : table.notRead().stream())
                .toList();
    }

    private Visit.Findings findings(ClaimRowReader one) {
        shown.values().forEach(table -> table.read().clear());
        return new Visit.Findings(
                one.text("LY_DO_VV"),
                one.text("PP_DIEU_TRI"),
                one.text("GHI_CHU"),
                ClaimTreatmentReader.diagnoses(one),
                rows("XML2").map(ClaimTreatmentReader::drug).toList(),
                rows("XML3").map(ClaimTreatmentReader::service).toList(),
                rows("XML4").map(ClaimTreatmentReader::test).toList(),
                rows("XML5").flatMap(ClaimTreatmentReader::progress).toList(),
                ClaimTreatmentReader.reexaminations(one, rows("XML14")),
                ClaimTreatmentReader.referral(rows("XML13")),
                new Further(List.of(), List.of(), alsoInDocument()));
    }

    private String facility(ClaimFilesReader envelope, ClaimRowReader summary) {
        var facility = summary.required("MA_CSKCB");
        if (LONG_FACILITY.matcher(facility).matches()) {
            summary.flaw("MA_CSKCB", Code.FACILITY_LONG);
        } else if (!facility.isEmpty() && !VisitRules.FACILITY.matcher(facility).matches()) {
            summary.flaw("MA_CSKCB", Code.FACILITY_UNKNOWN);
        }
        var sender = envelope.facility.strip();
        if (sender.isEmpty()) {
            flaws.add("GIAMDINHHS/THONGTINDONVI/MACSKCB", Code.MISSING);
        } else if (LONG_FACILITY.matcher(sender).matches()) {
            flaws.add("GIAMDINHHS/THONGTINDONVI/MACSKCB", Code.FACILITY_LONG);
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
        var table = shown.get(name);
        return table == null
                ? Stream.empty()
                : IntStream.range(0, table.rows().size()).mapToObj(i -> new ClaimRowReader(table, i, flaws));
    }
}
