package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Expungement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The convictions, or that there are none.
record RecordSection(Lettering page, Content content) {

    void write() {
        var convictions = content.extract().convictions();
        if (convictions.isEmpty()) {
            var none = switch (content.applicant().recordScope()) {
                case ALL -> "record.none";
                case RESIDENCE_IN_VN -> "record.none.foreigner";
            };
            page.field("record", page.text(none), page.text(none + ".en"));
            return;
        }
        // Who is no longer convicted has no record; what was expunged is listed under the heading alone.
        if (convictions.stream().allMatch(one -> one.expungement() instanceof Expungement.Expunged)) {
            page.heading("record");
        } else {
            page.field("record", page.text("record.some"), page.text("record.some.en"));
        }
        for (var i = 0; i < convictions.size(); i++) {
            conviction(i + 1, convictions.get(i));
        }
    }

    private void conviction(int index, Conviction conviction) {
        var sheet = page.sheet();
        var judgment = conviction.judgment();
        sheet.need(60);
        sheet.down(4);
        sheet.paragraph(
                page.bold(11),
                page.text(
                        "judgment",
                        "index",
                        String.valueOf(index),
                        "number",
                        judgment.number(),
                        "date",
                        Lettering.date(judgment.sentencedOn()),
                        "court",
                        judgment.court()),
                14);
        sheet.paragraph(
                page.italic(8.5f),
                page.text("judgment.en", "number", judgment.number(), "date", Lettering.date(judgment.sentencedOn())),
                28);
        line("offence", judgment.text().offence());
        line("articles", judgment.text().articles());
        line("penalty", judgment.text().penalty());
        line("additional", judgment.text().additionalPenalty());
        line("obligations", judgment.text().civilObligations());
        line("fee", judgment.text().courtFee());
        if (page.has("judgment.execution")) {
            execution(conviction);
        }
        if (page.has("judgment.expungement")) {
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
        var said = Objects.requireNonNullElse(decision.text(), page.text(key));
        line(
                "execution",
                decided("execution", said, decision),
                page.text(
                        "execution.en",
                        "what",
                        page.text(key + ".en"),
                        "number",
                        decision.number(),
                        "date",
                        Lettering.date(decision.decidedOn())));
    }

    private void expungement(Conviction conviction) {
        var amnesty = conviction.generalAmnesty();
        if (amnesty.isPresent()) {
            line(
                    "expungement",
                    decided("amnesty", "", amnesty.get()),
                    page.text(
                            "amnesty.en",
                            "number",
                            amnesty.get().number(),
                            "date",
                            Lettering.date(amnesty.get().decidedOn())));
            return;
        }
        switch (conviction.expungement()) {
            case Expungement.Expunged(var on, var _) ->
                line("expungement", page.spelled("expunged", on), page.text("expunged.en", "date", Lettering.date(on)));
            // What no rule decided and an officer let stand is not expunged.
            case Expungement.NotExpunged _, Expungement.Undecided _, Expungement.NeverConviction _ ->
                line("expungement", page.text("unexpunged"), page.text("unexpunged.en"));
        }
    }

    private String decided(String key, String what, ExecutionDecision decision) {
        return page.spelled(
                key,
                decision.decidedOn(),
                "what",
                what,
                "number",
                decision.number(),
                "authority",
                decision.authority());
    }

    /// A line of a judgment, if the template has it; what is missing is `//`.
    private void line(String key, @Nullable String value) {
        line(key, value, null);
    }

    private void line(String key, @Nullable String value, @Nullable String english) {
        var sheet = page.sheet();
        var label = "judgment." + key;
        if (page.has(label)) {
            sheet.need(26);
            sheet.paragraph(page.regular(11), page.text(label) + ": " + page.orAbsent(value), 28);
            sheet.paragraph(page.italic(8), page.text(label + ".en") + (english == null ? "" : ": " + english), 40);
        }
    }
}
