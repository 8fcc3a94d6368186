package hoso.judicialcert.request.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What kinds of files are taken. A file is what its first bytes say, whatever it is called.
public enum FileKind {
    PDF("application/pdf", "pdf", "255044462d"),
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a");

    private final String mediaType;
    private final String extension;
    /// The first bytes, hexadecimal.
    private final String magic;

    FileKind(String mediaType, String extension, String magic) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.magic = magic;
    }

    /// What a file is; empty when it is nothing that is taken.
    static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> HexFormat.of()
                        .formatHex(content, 0, Math.min(content.length, 8))
                        .startsWith(kind.magic))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
