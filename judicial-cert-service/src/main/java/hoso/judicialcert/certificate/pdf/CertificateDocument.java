package hoso.judicialcert.certificate.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import hoso.judicialcert.certificate.pdf.Sheet.Ink;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.SpelledDate;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Expungement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a certificate: A4 in the layout of Decree 30/2020, Vietnamese with English below, and the QR code. What
/// stands on it follows the template: one without a text for the parents has no parents.
public final class CertificateDocument {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss xxx");
    private static final float MIDDLE = 255;
    private static final float QR_SIDE = 96;
    /// The least a phone's camera reads from a printed page, in points; a denser code (RSA) makes a larger square.
    private static final float QR_MODULE = 1.3f;
    private final Fonts fonts = new Fonts();

    /// The document, ready to be signed.
    public Draft draft(Wording wording, Content content) {
        var sheet = new Sheet();
        new Writing(wording, content, sheet, fonts.set()).write();
        number(sheet, new Ink(fonts.set().italic(), 9), wording, content);
        return new Draft(
                sheet,
                new Draft.About(
                        wording.text("title"),
                        content.agency().name().vi(),
                        "vi",
                        content.code().value(),
                        content.qr().fragment(),
                        content.signedAt()));
    }

    /// The unsigned document.
    byte[] write(Wording wording, Content content) {
        return draft(wording, content).unsigned();
    }

    /// Every page after the first says to which certificate it belongs, and how many there are.
    private static void number(Sheet sheet, Ink ink, Wording wording, Content content) {
        var pages = sheet.pages().size();
        for (var i = 1; i < pages; i++) {
            sheet.head(
                    i,
                    ink,
                    wording.text(
                            "page",
                            "number",
                            content.number(),
                            "page",
                            String.valueOf(i + 1),
                            "pages",
                            String.valueOf(pages)));
        }
    }

    private record Writing(Wording wording, Content content, Sheet sheet, Fonts.Set fonts) {

        void write() {
            head();
            title();
            person();
            record();
            bans();
            foot();
        }

        private void head() {
            var top = sheet.y();
            var agency = content.agency();
            sheet.centered(regular(11), agency.parent(), Sheet.LEFT - 20, MIDDLE);
            sheet.centered(bold(11), agency.name().vi(), Sheet.LEFT - 20, MIDDLE);
            sheet.rule(Sheet.LEFT + 45, MIDDLE - 65);
            sheet.down(3);
            sheet.centered(italic(8.5f), agency.name().en(), Sheet.LEFT - 20, MIDDLE);
            sheet.down(4);
            sheet.centered(regular(12), wording.text("number", "number", content.number()), Sheet.LEFT - 20, MIDDLE);
            var left = sheet.y();
            sheet.moveTo(top);
            var right = Sheet.RIGHT + 15;
            sheet.centered(bold(12), wording.text("nation"), MIDDLE, right);
            sheet.centered(bold(12.5f), wording.text("motto"), MIDDLE, right);
            sheet.rule(MIDDLE + 68, right - 68);
            sheet.down(3);
            sheet.centered(italic(8.5f), wording.text("nation.en") + " - " + wording.text("motto.en"), MIDDLE, right);
            sheet.down(4);
            sheet.centered(italic(12), dateLine(), MIDDLE, right);
            sheet.moveTo(Math.min(left, sheet.y()));
        }

        private String dateLine() {
            return spelled(
                    "date",
                    Law.dayOf(content.signedAt()),
                    "place",
                    content.agency().place());
        }

        private void title() {
            sheet.down(16);
            sheet.centered(bold(15), wording.text("title"), Sheet.LEFT, Sheet.RIGHT);
            sheet.centered(italic(11), wording.text("title.en"), Sheet.LEFT, Sheet.RIGHT);
            sheet.down(6);
            sheet.paragraph(regular(11.5f), wording.text("basis") + " / " + wording.text("basis.en"), 0);
            sheet.centered(bold(12), wording.text("attests"), Sheet.LEFT, Sheet.RIGHT);
            sheet.centered(italic(9), wording.text("attests.en"), Sheet.LEFT, Sheet.RIGHT);
        }

        private void person() {
            var applicant = content.applicant();
            var sex = "sex." + applicant.sex().name();
            var residence = applicant.permanentAddress();
            field("fullName", applicant.fullName(), null);
            field("sex", wording.text(sex), wording.text(sex + ".en"));
            field("birthDate", DATE.format(applicant.birthDate()), null);
            field("birthplace", orAbsent(applicant.birthplace()), null);
            field("nationality", orAbsent(applicant.nationality()), null);
            field("residence", orAbsent(residence == null ? null : residence.text()), null);
            field("document", applicant.personalNumber(), null);
            family("father", applicant.fatherName());
            family("mother", applicant.motherName());
            family("spouse", applicant.spouseName());
        }

        /// Parents and spouse stand on No. 2 only (Law 28/2009 Art. 43.1).
        private void family(String key, @Nullable String name) {
            if (wording.has(key)) {
                field(key, orAbsent(name), null);
            }
        }

        private void record() {
            var convictions = content.extract().convictions();
            if (convictions.isEmpty()) {
                var none = switch (content.applicant().recordScope()) {
                    case ALL -> "record.none";
                    case RESIDENCE_IN_VN -> "record.none.foreigner";
                };
                field("record", wording.text(none), wording.text(none + ".en"));
                return;
            }
            // Who is no longer convicted has no record; what was expunged is listed under the heading alone.
            if (convictions.stream().allMatch(one -> one.expungement() instanceof Expungement.Expunged)) {
                heading("record");
            } else {
                field("record", wording.text("record.some"), wording.text("record.some.en"));
            }
            for (var i = 0; i < convictions.size(); i++) {
                conviction(i + 1, convictions.get(i));
            }
        }

        private void heading(String key) {
            sheet.need(60);
            sheet.down(2.5f);
            sheet.paragraph(regular(12), wording.text(key) + ":", 0);
            sheet.paragraph(italic(8.5f), wording.text(key + ".en") + ":", 14);
        }

        private void conviction(int index, Conviction conviction) {
            var judgment = conviction.judgment();
            sheet.need(60);
            sheet.down(4);
            sheet.paragraph(
                    bold(11),
                    wording.text(
                            "judgment",
                            "index",
                            String.valueOf(index),
                            "number",
                            judgment.number(),
                            "date",
                            date(judgment.sentencedOn()),
                            "court",
                            judgment.court()),
                    14);
            sheet.paragraph(
                    italic(8.5f),
                    wording.text("judgment.en", "number", judgment.number(), "date", date(judgment.sentencedOn())),
                    28);
            line("offence", judgment.offence());
            line("articles", judgment.articles());
            line("penalty", judgment.penalty());
            line("additional", judgment.additionalPenalty());
            line("obligations", judgment.civilObligations());
            line("fee", judgment.courtFee());
            if (wording.has("judgment.execution")) {
                execution(conviction);
            }
            if (wording.has("judgment.expungement")) {
                expungement(conviction);
            }
        }

        /// The last decision the register knows of (Circular 13/2011 Art. 14.2).
        private void execution(Conviction conviction) {
            var last = conviction.lastDecision();
            if (last.isEmpty()) {
                line("execution", null);
                return;
            }
            var decision = last.get();
            var key = "execution." + decision.step().name();
            var said = Objects.requireNonNullElse(decision.text(), wording.text(key));
            line(
                    "execution",
                    decided("execution", said, decision),
                    wording.text(
                            "execution.en",
                            "what",
                            wording.text(key + ".en"),
                            "number",
                            decision.number(),
                            "date",
                            date(decision.decidedOn())));
        }

        private void expungement(Conviction conviction) {
            var amnesty = conviction.generalAmnesty();
            if (amnesty.isPresent()) {
                line(
                        "expungement",
                        decided("amnesty", "", amnesty.get()),
                        wording.text(
                                "amnesty.en",
                                "number",
                                amnesty.get().number(),
                                "date",
                                date(amnesty.get().decidedOn())));
                return;
            }
            switch (conviction.expungement()) {
                case Expungement.Expunged(var on, var _) ->
                    line("expungement", spelled("expunged", on), wording.text("expunged.en", "date", date(on)));
                // What no rule decided and an officer let stand is not expunged.
                case Expungement.NotExpunged _, Expungement.Undecided _, Expungement.NeverConviction _ ->
                    line("expungement", wording.text("unexpunged"), wording.text("unexpunged.en"));
            }
        }

        private String decided(String key, String what, ExecutionDecision decision) {
            return spelled(
                    key,
                    decision.decidedOn(),
                    "what",
                    what,
                    "number",
                    decision.number(),
                    "authority",
                    decision.authority());
        }

        private String spelled(String key, LocalDate on, String... more) {
            var date = new SpelledDate(on);
            var parts = Stream.of("day", date.day(), "month", date.month(), "year", date.year());
            return wording.text(key, Stream.concat(parts, Arrays.stream(more)).toArray(String[]::new));
        }

        /// A line of a judgment, if the template has it; what is missing is `//`.
        private void line(String key, @Nullable String value) {
            line(key, value, null);
        }

        private void line(String key, @Nullable String value, @Nullable String english) {
            var label = "judgment." + key;
            if (wording.has(label)) {
                sheet.need(26);
                sheet.paragraph(regular(11), wording.text(label) + ": " + orAbsent(value), 28);
                sheet.paragraph(italic(8), wording.text(label + ".en") + (english == null ? "" : ": " + english), 40);
            }
        }

        private void bans() {
            // Circular 13/2011 Art. 14: in No. 1 the section is left out unless it was asked for.
            if (!content.extract().showsBans()) {
                return;
            }
            var bans = content.extract().bans();
            heading("bans");
            if (bans.isEmpty()) {
                sheet.paragraph(regular(12), wording.text("bans.none"), 14);
                sheet.paragraph(italic(8.5f), wording.text("bans.none.en"), 14);
            }
            for (var ban : bans) {
                ban(ban);
            }
        }

        private void ban(Ban ban) {
            var from = orAbsent(ban.from() == null ? null : date(ban.from()));
            var until = orAbsent(ban.until() == null ? null : date(ban.until()));
            sheet.paragraph(
                    regular(12),
                    wording.text(
                            "ban",
                            "post",
                            orAbsent(ban.post()),
                            "from",
                            from,
                            "until",
                            until,
                            "authority",
                            ban.authority(),
                            "number",
                            ban.number(),
                            "date",
                            date(ban.decidedOn())),
                    14);
            sheet.paragraph(italic(8.5f), wording.text("ban.en", "from", from, "until", until), 14);
        }

        private void foot() {
            var code = matrix();
            var side = Math.max(QR_SIDE, code.length * QR_MODULE);
            sheet.need(side + 70);
            sheet.down(14);
            var top = sheet.y();
            sheet.centered(bold(12), content.agency().name().vi(), MIDDLE, Sheet.RIGHT);
            sheet.down(6);
            sheet.centered(italic(9), wording.text("signed") + " / " + wording.text("signed.en"), MIDDLE, Sheet.RIGHT);
            sheet.centered(bold(10), content.signer(), MIDDLE, Sheet.RIGHT);
            sheet.centered(
                    regular(9),
                    wording.text(
                            "signed.at", "time", TIME.format(content.signedAt().atZone(Law.ZONE))),
                    MIDDLE,
                    Sheet.RIGHT);
            sheet.squares(code, Sheet.LEFT, top, side / code.length);
            sheet.moveTo(top - side - 4);
            sheet.paragraph(
                    regular(9.5f),
                    wording.text("dossier", "code", content.dossierCode().value()) + " (" + wording.text("dossier.en")
                            + ")",
                    0);
            sheet.paragraph(
                    regular(9.5f), wording.text("verify", "code", content.code().value()), 0);
            sheet.paragraph(italic(8.5f), wording.text("verify.en"), 0);
        }

        private boolean[][] matrix() {
            try {
                // One mask instead of the best of eight: every reader reads it, and finding the best takes longer than
                // signing.
                var hints = Map.of(
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M,
                        EncodeHintType.MARGIN,
                        0,
                        EncodeHintType.QR_COMPACT,
                        true,
                        EncodeHintType.QR_MASK_PATTERN,
                        3);
                var matrix = new QRCodeWriter().encode(content.verificationUrl(), BarcodeFormat.QR_CODE, 0, 0, hints);
                var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
                for (var row = 0; row < dark.length; row++) {
                    for (var column = 0; column < dark[row].length; column++) {
                        dark[row][column] = matrix.get(column, row);
                    }
                }
                return dark;
            } catch (WriterException e) {
                throw new IllegalStateException(e);
            }
        }

        private void field(String key, String value, @Nullable String english) {
            sheet.down(2.5f);
            sheet.paragraph(regular(12), wording.text(key) + ": " + value, 0);
            sheet.paragraph(italic(8.5f), wording.text(key + ".en") + (english == null ? "" : ": " + english), 14);
        }

        private String orAbsent(@Nullable String value) {
            return value == null || value.isBlank() ? wording.text("absent") : value;
        }

        private static String date(LocalDate day) {
            return DATE.format(day);
        }

        private Ink regular(float size) {
            return new Ink(fonts.regular(), size);
        }

        private Ink bold(float size) {
            return new Ink(fonts.bold(), size);
        }

        private Ink italic(float size) {
            return new Ink(fonts.italic(), size);
        }
    }
}
