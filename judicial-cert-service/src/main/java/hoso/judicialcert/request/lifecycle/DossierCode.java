package hoso.judicialcert.request.lifecycle;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.ProcedureRule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// The number a citizen quotes: agency, day of receipt, serial of the day, such as `000.00.00.H26-261123-0001`.
public record DossierCode(String value) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /// Numbers a dossier. A serial that outgrows the width of the rule goes on in the overflow width: four
    /// digits end at 9999 and the next is 010000, so that no code is ever given twice and none is refused.
    public static DossierCode of(ProcedureRule.DossierCodes rule, String agency, Instant receivedAt, long serial) {
        var fits = String.valueOf(serial).length() <= rule.serialWidth();
        var width = fits ? rule.serialWidth() : rule.overflowWidth();
        var day = receivedAt.atZone(Law.ZONE).format(DAY);
        return new DossierCode(
                rule.prefix() + "." + agency + "-" + day + "-" + String.format("%0" + width + "d", serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
