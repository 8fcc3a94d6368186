package hoso.judicialcert.request;

import hoso.judicialcert.JudicialCertConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Serials of dossiers, by agency and day. They are taken in blocks and in a transaction of their own, so
/// that requests do not queue behind one row; a serial that was taken and not used is a gap, never a second
/// dossier of the same number.
@ApplicationScoped
class DossierSerialRows {
    private static final String TAKE = """
            insert into dossier_serial (agency, day, last) values (:agency, :day, :block)
            on conflict (agency, day) do update set last = dossier_serial.last + :block
            returning last
            """;
    private static final String NEXT_REFERENCE = "select nextval('payment_reference_serial')";

    private final EntityManager entities;
    private final JudicialCertConfig config;
    private final Map<Day, Block> blocks = new HashMap<>();

    private record Day(String agency, LocalDate day) {}

    private record Block(long next, long last) {}

    DossierSerialRows(EntityManager entities, JudicialCertConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /// The next serial of an agency's day. A block is known here only once the transaction that took it is committed:
    /// one that was rolled back is taken again, by whoever comes first.
    synchronized long next(String agency, LocalDate day) {
        blocks.keySet().removeIf(known -> known.day().isBefore(day.minusDays(1)));
        var key = new Day(agency, day);
        var block = blocks.get(key);
        if (block == null || block.next() > block.last()) {
            block = QuarkusTransaction.requiringNew().call(() -> take(key));
        }
        blocks.put(key, new Block(block.next() + 1, block.last()));
        return block.next();
    }

    /// The next serial of a payment reference.
    long nextReference() {
        return ((Number) entities.createNativeQuery(NEXT_REFERENCE, Long.class).getSingleResult()).longValue();
    }

    private Block take(Day key) {
        var last = ((Number) entities.createNativeQuery(TAKE, Long.class)
                        .setParameter("agency", key.agency())
                        .setParameter("day", key.day())
                        .setParameter("block", config.serialBlock())
                        .getSingleResult())
                .longValue();
        return new Block(last - config.serialBlock() + 1, last);
    }
}
