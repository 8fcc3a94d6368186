package hoso.local.mail;

import hoso.local.http.Page;
import hoso.local.http.Refused;
import hoso.local.http.Reply;
import hoso.local.http.Site;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `GET /` lists the mails, `GET /mails/{id}` shows one, `GET /api/mails` is the same as JSON, `DELETE /api/mails`
/// empties the sink.
final class MailPage {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&]+");

    private MailPage() {}

    static Site site(int port, Mails mails) throws IOException {
        return new Site(port)
                .on("GET", "/", _ -> list(mails))
                .on("GET", "/mails/*", call -> one(mails, call.lastPart()))
                .on("GET", "/api/mails", _ -> Reply.json(200, mails.all()))
                .on("DELETE", "/api/mails", _ -> {
                    mails.clear();
                    return Reply.none();
                })
                .start();
    }

    private static Reply list(Mails mails) throws IOException {
        var rows = mails.all().stream()
                .map(mail -> "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%s\">%s</a></td></tr>"
                        .formatted(
                                Page.text(mail.receivedAt()),
                                Page.text(mail.to()),
                                mail.id(),
                                Page.text(mail.subject())))
                .collect(Collectors.joining());
        return Page.of(
                "Thư đã nhận",
                rows.isEmpty()
                        ? "<p>Chưa có thư nào.</p>"
                        : "<table><tr><th>Lúc</th><th>Người nhận</th><th>Tiêu đề</th></tr>" + rows + "</table>");
    }

    private static Reply one(Mails mails, String id) {
        var mail = mails.find(id).orElseThrow(() -> new Refused(404, "no such mail"));
        var text = LINK.matcher(Page.text(mail.text())).replaceAll("<a href=\"$0\">$0</a>");
        return Page.of(mail.subject(), """
                <p>Từ: %s<br>Đến: %s<br>Lúc: %s</p>
                <pre>%s</pre>
                <p><a href="/">Danh sách thư</a></p>
                """.formatted(
                        Page.text(mail.from()), Page.text(mail.to()), Page.text(mail.receivedAt()), text));
    }
}
