package hoso.judicialcert.proof.document;

import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.TrustBundle;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// What was found in a stranger's file.
///
/// @param traces by which it shows that it was made from a certificate of ours
/// @param doubts of the strict examination; empty when it is signed by us, once, wholly, and nothing was added
public record Examined(Traces traces, Set<Doubt> doubts) {
    private static final int MOST = 1_000;

    public Examined {
        doubts = Set.copyOf(doubts);
    }

    /// Looks into a file, here and now. What it takes of memory and time is bounded by [Limits], as far as a file tells
    /// that before it is worked on; a service lets an [ExaminerProcess] do it.
    public static Examined of(byte[] file, TrustBundle trust) {
        if (Limits.areExceeded(file)) {
            return tooComplex(file);
        }
        return new Examined(Traces.withPages(file), new Examination(trust).doubts(file));
    }

    /// What can be said without parsing it.
    static Examined tooComplex(byte[] file) {
        return new Examined(Traces.ofBytes(file), EnumSet.of(Doubt.TOO_COMPLEX));
    }

    void write(DataOutputStream out) throws IOException {
        write(traces.codes(), out);
        write(traces.seals(), out);
        write(traces.numbers(), out);
        write(traces.revisions(), out);
        out.writeInt(doubts.size());
        for (var doubt : doubts) {
            out.writeUTF(doubt.name());
        }
        out.flush();
    }

    static Examined read(DataInputStream in) throws IOException {
        var traces = new Traces(texts(in), texts(in), texts(in), texts(in));
        var doubts = EnumSet.noneOf(Doubt.class);
        for (var name : texts(in)) {
            doubts.add(Doubt.valueOf(name));
        }
        return new Examined(traces, doubts);
    }

    private static void write(Set<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            out.writeUTF(text);
        }
    }

    private static Set<String> texts(DataInputStream in) throws IOException {
        var count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("no answer of an examiner");
        }
        var texts = new LinkedHashSet<String>();
        for (var i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
