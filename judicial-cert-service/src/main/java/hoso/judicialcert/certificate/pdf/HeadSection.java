package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.law.Law;

/// Who issues the certificate, under which number, where and when; its title and its basis.
record HeadSection(Lettering page, Content content) {
    static final float MIDDLE = 255;

    void write() {
        head();
        title();
    }

    private void head() {
        var sheet = page.sheet();
        var top = sheet.y();
        var agency = content.agency();
        sheet.centered(page.regular(11), agency.parent(), Sheet.LEFT - 20, MIDDLE);
        sheet.centered(page.bold(11), agency.name().vi(), Sheet.LEFT - 20, MIDDLE);
        sheet.rule(Sheet.LEFT + 45, MIDDLE - 65);
        sheet.down(3);
        sheet.centered(page.italic(8.5f), agency.name().en(), Sheet.LEFT - 20, MIDDLE);
        sheet.down(4);
        sheet.centered(page.regular(12), page.text("number", "number", content.number()), Sheet.LEFT - 20, MIDDLE);
        var left = sheet.y();
        sheet.moveTo(top);
        var right = Sheet.RIGHT + 15;
        sheet.centered(page.bold(12), page.text("nation"), MIDDLE, right);
        sheet.centered(page.bold(12.5f), page.text("motto"), MIDDLE, right);
        sheet.rule(MIDDLE + 68, right - 68);
        sheet.down(3);
        sheet.centered(page.italic(8.5f), page.text("nation.en") + " - " + page.text("motto.en"), MIDDLE, right);
        sheet.down(4);
        sheet.centered(page.italic(12), dateLine(), MIDDLE, right);
        sheet.moveTo(Math.min(left, sheet.y()));
    }

    private String dateLine() {
        return page.spelled(
                "date", Law.dayOf(content.signedAt()), "place", content.agency().place());
    }

    private void title() {
        var sheet = page.sheet();
        sheet.down(16);
        sheet.centered(page.bold(15), page.text("title"), Sheet.LEFT, Sheet.RIGHT);
        sheet.centered(page.italic(11), page.text("title.en"), Sheet.LEFT, Sheet.RIGHT);
        sheet.down(6);
        sheet.paragraph(page.regular(11.5f), page.text("basis") + " / " + page.text("basis.en"), 0);
        sheet.centered(page.bold(12), page.text("attests"), Sheet.LEFT, Sheet.RIGHT);
        sheet.centered(page.italic(9), page.text("attests.en"), Sheet.LEFT, Sheet.RIGHT);
    }
}
