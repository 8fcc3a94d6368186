package hoso.judicialcert.verification.single;

import hoso.chassis.database.Statements;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.certificate.log.Act;
import hoso.judicialcert.certificate.log.Issuing;
import hoso.judicialcert.certificate.log.LogEntry;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// Register and log in the database. This is the hot path of verification: one statement.
@ApplicationScoped
class IssuedRegisterRows implements IssuedRegister {
    private static final String FIND = "select * from registered_document where digest = ?";

    private final Statements statements;

    IssuedRegisterRows(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<Registered> withDigest(String digest) {
        return statements.first(FIND, row -> registered(digest, row), digest);
    }

    private static Registered registered(String digest, ResultSet row) throws SQLException {
        return new Registered(certificate(digest, row), issuing(digest, row));
    }

    private static Certificate certificate(String digest, ResultSet row) throws SQLException {
        return new Certificate(
                new CertificateId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                new CitizenId(row.getObject("holder", UUID.class)),
                row.getString("number"),
                CertificateKind.valueOf(row.getString("kind")),
                row.getString("agency"),
                row.getString("template"),
                instant(row, "issued_at"),
                digest,
                row.getLong("size"),
                Standing.of(
                        row.getString("standing"),
                        instant(row, "standing_since"),
                        row.getString("standing_reason"),
                        row.getObject("successor", UUID.class)),
                row.getLong("status_index"));
    }

    private static Issuing issuing(String digest, ResultSet row) throws SQLException {
        if (!row.getBoolean("entered")) {
            return new Issuing.Unknown();
        }
        var sequence = row.getObject("sequence", Long.class);
        return sequence == null
                ? new Issuing.Unplaced()
                : new Issuing.Placed(new LogEntry(
                        sequence,
                        row.getObject("id", UUID.class),
                        Act.ISSUED,
                        digest,
                        instant(row, "entered_at"),
                        row.getBytes("previous")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
