package hoso.chassis.event;

/// Names of the CloudEvents 1.0 attributes as Kafka headers (binary content mode).
final class Attribute {
    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String DATA_SCHEMA = "ce_dataschema";
    static final String PARTITION_KEY = "ce_partitionkey";
    static final String SEQUENCE = "ce_sequence";
    static final String TRACE_PARENT = "ce_traceparent";
    static final String CONTENT_TYPE = "content-type";

    private Attribute() {}
}
