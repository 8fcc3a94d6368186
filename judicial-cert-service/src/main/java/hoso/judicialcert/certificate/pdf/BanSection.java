package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.register.conviction.Ban;

/// The bans from posts, or that there are none.
record BanSection(Lettering page, Content content) {

    void write() {
        var sheet = page.sheet();
        // Circular 13/2011 Art. 14: in No. 1 the section is left out unless it was asked for.
        if (!content.extract().showsBans()) {
            return;
        }
        var bans = content.extract().bans();
        page.heading("bans");
        if (bans.isEmpty()) {
            sheet.paragraph(page.regular(12), page.text("bans.none"), 14);
            sheet.paragraph(page.italic(8.5f), page.text("bans.none.en"), 14);
        }
        for (var ban : bans) {
            ban(ban);
        }
    }

    private void ban(Ban ban) {
        var sheet = page.sheet();
        var from = page.orAbsent(ban.from() == null ? null : Lettering.date(ban.from()));
        var until = page.orAbsent(ban.until() == null ? null : Lettering.date(ban.until()));
        sheet.paragraph(
                page.regular(12),
                page.text(
                        "ban",
                        "post",
                        page.orAbsent(ban.post()),
                        "from",
                        from,
                        "until",
                        until,
                        "authority",
                        ban.authority(),
                        "number",
                        ban.number(),
                        "date",
                        Lettering.date(ban.decidedOn())),
                14);
        sheet.paragraph(page.italic(8.5f), page.text("ban.en", "from", from, "until", until), 14);
    }
}
