package hoso.judicialcert.request.filing;

import hoso.chassis.database.Statements;
import hoso.judicialcert.JudicialCertConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Serials of dossiers, by agency and day. They are taken in blocks and in a transaction of their own, so
/// that requests do not queue behind one row; a serial that was taken and not used is a gap, never a second
/// dossier of the same number.
@ApplicationScoped
class DossierSerialRows {
    private static final String TAKE = """
            insert into dossier_serial (agency, day, last) values (?, ?, ?)
            on conflict (agency, day) do update set last = dossier_serial.last + ?
            returning last
            """;
    private static final String NEXT_REFERENCE = "select nextval('payment_reference_serial')";

    private static final int REFERENCES = 10;

    private final Statements statements;
    private final JudicialCertConfig config;
    private final Map<Day, Block> blocks = new HashMap<>();
    private Block references = new Block(1, 0);

    private record Day(String agency, LocalDate day) {}

    private record Block(long next, long last) {}

    DossierSerialRows(Statements statements, JudicialCertConfig config) {
        this.statements = statements;
        this.config = config;
    }

    /// The next serial of an agency's day. A block is taken outside the transaction at hand and is not given back with
    /// it.
    synchronized long next(String agency, LocalDate day) {
        blocks.keySet().removeIf(known -> known.day().isBefore(day.minusDays(1)));
        var key = new Day(agency, day);
        var block = blocks.get(key);
        if (block == null || block.next() > block.last()) {
            block = QuarkusTransaction.suspendingExisting().call(() -> take(key));
        }
        blocks.put(key, new Block(block.next() + 1, block.last()));
        return block.next();
    }

    /// The next serial of a payment reference: the sequence counts in steps of ten, each of which is a block.
    synchronized long nextReference() {
        if (references.next() > references.last()) {
            var first = statements.first(NEXT_REFERENCE, row -> row.getLong(1)).orElseThrow();
            references = new Block(first, first + REFERENCES - 1);
        }
        var next = references.next();
        references = new Block(next + 1, references.last());
        return next;
    }

    private Block take(Day key) {
        var block = config.serialBlock();
        var last = statements
                .first(TAKE, row -> row.getLong(1), key.agency(), key.day(), block, block)
                .orElseThrow();
        return new Block(last - block + 1, last);
    }
}
