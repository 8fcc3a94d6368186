package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Papers that somebody signed with another key: of the same name, of the same authority, over ours, beside ours.
final class Signers {
    private Signers() {}

    static Map<String, byte[]> of(Forgeries.Genuine genuine) {
        var made = new LinkedHashMap<String, byte[]>();
        for (var kind : Authority.Kind.values()) {
            var namesake = new Authority(kind);
            made.put("another authority of the same name, " + kind, Documents.signed(namesake));
            made.put(
                    "another authority, no code of ours, " + kind,
                    Documents.signed(namesake, "TRẦN VĂN THỬ", "55/2026/PHSNV-LLTP", "ZZZZ-ZZZZ-ZZZZ-ZZZZ", List.of()));
            made.put("signed over by another authority, " + kind, Documents.signedAgain(namesake, genuine.convicted()));
        }
        var neighbour = genuine.authority().neighbour();
        made.put("somebody else under the same authority", Documents.signed(neighbour));
        made.put(
                "somebody else under the same authority, no code of ours",
                Documents.signed(neighbour, "TRẦN VĂN THỬ", "56/2026/PHSNV-LLTP", "YYYY-YYYY-YYYY-YYYY", List.of()));
        made.put(
                "signed over by somebody else under the same authority",
                Documents.signedAgain(neighbour, genuine.clean()));
        made.put(
                "a code of ours on another name, signed by its forger",
                Documents.signed(new Authority(), "TRẦN VĂN THỬ", Documents.NUMBER, Documents.CODE, List.of()));
        return made;
    }
}
