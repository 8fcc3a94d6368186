package hoso.judicialcert.request.evidence;

import jakarta.ws.rs.core.Response;

/// How a file that a stranger sent is handed out: as a download that no browser runs, guesses at or keeps.
public final class EvidenceAnswer {
    private EvidenceAnswer() {}

    public static Response download(FileOfCase file) {
        var kind = file.evidence().kind();
        return Response.ok(file.content())
                .type(kind.mediaType())
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.evidence().id() + "." + kind.extension() + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
