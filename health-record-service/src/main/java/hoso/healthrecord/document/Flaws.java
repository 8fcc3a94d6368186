package hoso.healthrecord.document;

import hoso.healthrecord.document.Flaw.Code;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The flaws found so far. A sender is told all of them at once, but never more than [#MOST]: a file that is wrong in
/// each of 10,000 rows is wrong in one way.
public final class Flaws {
    private static final int MOST = 50;
    private final List<Flaw> found = new ArrayList<>();

    public void add(String pointer, Code code) {
        if (found.size() < MOST) {
            found.add(new Flaw(pointer, code));
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public Reading refused() {
        return new Reading.Refused(List.copyOf(found));
    }

    /// Decodes strictly: a byte that is no UTF-8 must not become a question mark in somebody's name.
    public static CharBuffer utf8(byte[] bytes, String pointer) throws Stop {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            if (text.hasRemaining() && text.get(text.position()) == '\uFEFF') {
                text.position(text.position() + 1);
            }
            return text;
        } catch (CharacterCodingException _) {
            throw new Stop(pointer, Code.NOT_UTF8);
        }
    }

    /// Checks as strictly, and keeps nothing of it.
    public static void checkUtf8(byte[] bytes, String pointer) throws Stop {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(8192);
        var result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw new Stop(pointer, Code.NOT_UTF8);
        }
    }

    /// Ends the reading at a flaw that leaves nothing to read on. Never leaves the readers.
    public static final class Stop extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Flaw flaw;

        public Stop(String pointer, Code code) {
            super(code.name(), null, false, false);
            this.flaw = new Flaw(pointer, code);
        }

        public Reading refused() {
            return new Reading.Refused(List.of(flaw));
        }
    }
}
