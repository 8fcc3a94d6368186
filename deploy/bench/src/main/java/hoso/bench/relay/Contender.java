package hoso.bench.relay;

import hoso.chassis.event.Message;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A way from the outbox to Kafka: its table, how a fact is written into it, and how it tells that it is at
/// work.
enum Contender {
    /// The chassis in the small service: its own tables, its own statement, its own settings.
    OURS("", """
            with fact as (
              insert into outbox (id, topic, message) values (?, ?, ?) returning message
            )
            select pg_logical_emit_message(true, 'outbox', message)::text from fact
            """, "select 1 from pg_replication_slots where active and database = current_database()") {
        @Override
        void bind(PreparedStatement insert, Load load, int number, String topic) throws SQLException {
            var id = load.id(number);
            var key = load.key(number);
            var value = load.payload(number).getBytes(StandardCharsets.UTF_8);
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setBytes(3, Message.write(topic, key, attributes(id.toString(), key), value));
        }
    },

    /// Debezium as its documentation shows it: outbox table, event router, JSON.
    TEXTBOOK(
            """
            create table outbox (
                id            uuid         primary key,
                aggregatetype varchar(255) not null,
                aggregateid   varchar(255) not null,
                type          varchar(255) not null,
                payload       jsonb
            )
            """,
            "insert into outbox (id, aggregatetype, aggregateid, type, payload) values (?, ?, ?, ?, ?::jsonb)",
            "select 1 from pg_replication_slots where active and database = current_database()") {
        @Override
        void bind(PreparedStatement insert, Load load, int number, String topic) throws SQLException {
            insert.setObject(1, load.id(number));
            insert.setString(2, topic);
            insert.setString(3, load.key(number));
            insert.setString(4, "FactRecorded");
            insert.setString(5, load.payload(number));
        }
    },

    /// A loop that takes rows, publishes them and deletes them.
    POLLING(
            """
            create table outbox (
                position bigint generated always as identity primary key,
                id       uuid  not null,
                topic    text  not null,
                key      text  not null,
                payload  jsonb not null
            )
            """,
            "insert into outbox (id, topic, key, payload) values (?, ?, ?, ?::jsonb)",
            "select 1 from pg_stat_activity where application_name = 'polling-relay' and datname = current_database()") {
        @Override
        void bind(PreparedStatement insert, Load load, int number, String topic) throws SQLException {
            insert.setObject(1, load.id(number));
            insert.setString(2, topic);
            insert.setString(3, load.key(number));
            insert.setString(4, load.payload(number));
        }
    };

    private final String table;
    private final String insert;
    private final String atWork;

    Contender(String table, String insert, String atWork) {
        this.table = table;
        this.insert = insert;
        this.atWork = atWork;
    }

    /// The table it reads; empty when it makes its own.
    String table() {
        return table;
    }

    /// One statement that writes one fact.
    String insert() {
        return insert;
    }

    /// A query that finds a row when the relay reads.
    String atWork() {
        return atWork;
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract void bind(PreparedStatement insert, Load load, int number, String topic) throws SQLException;

    /// What every event of ours carries.
    private static Map<String, String> attributes(String id, String key) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", id);
        attributes.put("ce_source", "/bench");
        attributes.put("ce_type", "hoso.bench.FactRecorded.v1");
        attributes.put("ce_subject", key);
        attributes.put("ce_time", "2026-01-01T00:00:00Z");
        attributes.put("ce_dataschema", "/contract/events/FactRecorded.v1.schema.json");
        attributes.put("ce_partitionkey", key);
        attributes.put("ce_sequence", "1");
        attributes.put("content-type", "application/json");
        return attributes;
    }
}
