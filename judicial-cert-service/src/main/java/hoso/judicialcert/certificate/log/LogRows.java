package hoso.judicialcert.certificate.log;

import hoso.chassis.database.Statements;
import hoso.judicialcert.proof.statement.MerkleTree.Node;
import hoso.judicialcert.proof.statement.MerkleTree.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The log in the database.
@ApplicationScoped
class LogRows {
    /// The right to place entries and to sign checkpoints, one holder in the whole installation.
    private static final long LOCK = 0x686F736F_6C6F6773L;

    private static final String ENTRY =
            "select sequence, certificate_id, act, digest, at, previous, hash from issuance_log ";
    private static final String CHECKPOINT = "select size, root, at, statement from issuance_log_checkpoint ";

    private static final String ISSUING =
            "select sequence, certificate_id, at, previous from issuance_log where digest = ? and act = 'ISSUED'";

    private final EntityManager database;
    private final Statements statements;

    LogRows(EntityManager database, Statements statements) {
        this.database = database;
        this.statements = statements;
    }

    /// An entry with the hash that is kept of it.
    record Kept(LogEntry entry, byte[] hash) {}

    /// An act that has no place yet.
    record Waiting(long id, UUID certificate, Act act, String digest, Instant at) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void enter(UUID certificate, Act act, String digest, Instant at) {
        database.createNativeQuery(
                        "insert into issuance_log (certificate_id, act, digest, at) values (:certificate, :act, :digest, :at)")
                .setParameter("certificate", certificate)
                .setParameter("act", act.name())
                .setParameter("digest", digest)
                .setParameter("at", at.truncatedTo(ChronoUnit.MICROS))
                .executeUpdate();
    }

    /// Of the issuing of a document, in one statement.
    Issuing issuing(String digest) {
        return statements.first(ISSUING, row -> issuing(digest, row), digest).orElseGet(Issuing.Unknown::new);
    }

    private static Issuing issuing(String digest, ResultSet row) throws SQLException {
        var sequence = row.getLong(1);
        return row.wasNull()
                ? new Issuing.Unplaced()
                : new Issuing.Placed(new LogEntry(
                        sequence,
                        row.getObject(2, UUID.class),
                        Act.ISSUED,
                        digest,
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getBytes(4)));
    }

    /// The newest checkpoint.
    @Transactional
    Optional<Checkpoint> latest() {
        return checkpoints(CHECKPOINT + "order by id desc limit 1", Map.of()).findFirst();
    }

    /// The first checkpoint that was signed for so many entries.
    @Transactional
    Optional<Checkpoint> ofSize(long size) {
        return checkpoints(CHECKPOINT + "where size = :size order by id limit 1", Map.of("size", size))
                .findFirst();
    }

    /// All checkpoints, one per size.
    @Transactional
    List<Checkpoint> checkpoints() {
        return checkpoints(
                        "select distinct on (size, root) size, root, at, statement from issuance_log_checkpoint order by size, root, id",
                        Map.of())
                .toList();
    }

    /// Whether this transaction may place entries; nobody waits for the right.
    boolean mayPlace() {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
    }

    /// Whether anything has no place yet.
    @Transactional
    boolean isAnyWaiting() {
        return !database.createNativeQuery("select 1 from issuance_log where sequence is null limit 1")
                .getResultList()
                .isEmpty();
    }

    List<Waiting> waiting(int most) {
        return rows(
                        "select id, certificate_id, act, digest, at from issuance_log where sequence is null order by id limit "
                                + most,
                        Map.of())
                .map(row -> new Waiting(
                        ((Number) row[0]).longValue(),
                        (UUID) row[1],
                        Act.valueOf((String) row[2]),
                        (String) row[3],
                        instant(row[4])))
                .toList();
    }

    /// The last entry that has a place.
    Optional<Kept> last() {
        return entries(ENTRY + "where sequence is not null order by sequence desc limit 1", "", "")
                .findFirst();
    }

    /// Some entries that have a place, in order.
    @Transactional
    List<Kept> entries(long from, int most) {
        return entries(ENTRY + "where sequence >= :from order by sequence limit " + most, "from", from)
                .toList();
    }

    /// How many acts were entered.
    @Transactional
    long count() {
        return ((Number) database.createNativeQuery("select count(*) from issuance_log")
                        .getSingleResult())
                .longValue();
    }

    /// Certificates that are not in the log as they are in their table.
    @Transactional
    List<UUID> unentered() {
        return rows("""
                select c.id, c.number from certificate c
                where not exists (select from issuance_log l
                                  where l.certificate_id = c.id and l.act = 'ISSUED' and l.digest = c.digest)
                   or (c.standing <> 'VALID' and not exists (
                        select from issuance_log l where l.certificate_id = c.id and l.act = c.standing))
                   or (c.standing = 'VALID' and exists (
                        select from issuance_log l where l.certificate_id = c.id and l.act <> 'ISSUED'))
                order by c.id limit 100
                """, Map.of()).map(row -> (UUID) row[0]).toList();
    }

    void place(long id, LogEntry entry, byte[] hash) {
        database.createNativeQuery(
                        "update issuance_log set sequence = :sequence, previous = :previous, hash = :hash where id = :id")
                .setParameter("sequence", entry.sequence())
                .setParameter("previous", entry.previous())
                .setParameter("hash", hash)
                .setParameter("id", id)
                .executeUpdate();
    }

    void add(Node node, byte[] hash) {
        database.createNativeQuery("insert into issuance_log_node (level, index, hash) values (:level, :index, :hash)")
                .setParameter("level", node.level())
                .setParameter("index", node.index())
                .setParameter("hash", hash)
                .executeUpdate();
    }

    void add(Checkpoint checkpoint) {
        database.createNativeQuery(
                        "insert into issuance_log_checkpoint (size, root, at, statement) values (:size, :root, :at, :statement)")
                .setParameter("size", checkpoint.size())
                .setParameter("root", checkpoint.root())
                .setParameter("at", checkpoint.at())
                .setParameter("statement", checkpoint.statement())
                .executeUpdate();
    }

    /// The hashes of spans; all their nodes are read at once.
    @Transactional
    List<byte[]> hashes(List<Span> spans) {
        return hashes(
                spans,
                nodes(spans.stream().flatMap(span -> span.nodes().stream()).toList()));
    }

    static List<byte[]> hashes(List<Span> spans, Map<Node, byte[]> known) {
        return spans.stream()
                .map(span -> span.hash(node -> Objects.requireNonNull(known.get(node), "the tree lacks a node")))
                .toList();
    }

    /// Nodes that are there.
    @Transactional
    Map<Node, byte[]> nodes(Collection<Node> wanted) {
        var found = new HashMap<Node, byte[]>();
        if (wanted.isEmpty()) {
            return found;
        }
        rows(
                        "select n.level, n.index, n.hash from issuance_log_node n join unnest(cast(:levels as integer[]), cast(:indexes as bigint[])) w(level, index) on n.level = w.level and n.index = w.index",
                        Map.of(
                                "levels", array(wanted.stream().map(Node::level)),
                                "indexes", array(wanted.stream().map(Node::index))))
                .forEach(row -> found.put(
                        new Node(((Number) row[0]).intValue(), ((Number) row[1]).longValue()), (byte[]) row[2]));
        return found;
    }

    private static String array(Stream<? extends Number> numbers) {
        return "{" + String.join(",", numbers.map(String::valueOf).toList()) + "}";
    }

    private Stream<Kept> entries(String query, String name, Object value) {
        return rows(query, name.isEmpty() ? Map.of() : Map.of(name, value))
                .map(row -> new Kept(
                        new LogEntry(
                                ((Number) row[0]).longValue(),
                                (UUID) row[1],
                                Act.valueOf((String) row[2]),
                                (String) row[3],
                                instant(row[4]),
                                (byte[]) row[5]),
                        (byte[]) row[6]));
    }

    private Stream<Checkpoint> checkpoints(String query, Map<String, ?> parameters) {
        return rows(query, parameters)
                .map(row -> new Checkpoint(
                        ((Number) row[0]).longValue(), (byte[]) row[1], instant(row[2]), (String) row[3]));
    }

    private Stream<Object[]> rows(String query, Map<String, ?> parameters) {
        var asked = database.createNativeQuery(query, Object[].class);
        parameters.forEach(asked::setParameter);
        return ((List<?>) asked.getResultList()).stream().map(Object[].class::cast);
    }

    private static Instant instant(Object column) {
        return switch (column) {
            case Instant instant -> instant;
            case java.time.OffsetDateTime time -> time.toInstant();
            case java.sql.Timestamp time -> time.toInstant();
            default -> throw new IllegalStateException("no time: " + column.getClass());
        };
    }
}
