package hoso.local.http;

/// The frame of the few pages, so that they look alike and none forgets to escape what it shows.
public final class Page {

    private Page() {}

    /// `body` is markup: everything that came from outside must have gone through `text` first.
    public static Reply of(String title, String body) {
        return Reply.html("""
            <!doctype html>
            <html lang="vi">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1c2733; }
              table { border-collapse: collapse; width: 100%%; } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d5dbe1; vertical-align: top; }
              pre { white-space: pre-wrap; background: #f4f6f8; padding: 1rem; } a { color: #0b5cad; } h1 { font-size: 1.4rem; }
            </style>
            <h1>%1$s</h1>
            %2$s
            </html>
            """.formatted(text(title), body));
    }

    public static String text(String outside) {
        return outside.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
