package hoso.notification.template;

/// What a citizen can be told. Each has a template in each language; none tells what is in a certificate or a record.
public enum Notice {
    REQUEST_ACCEPTED,
    REQUEST_REFERRED,
    REQUEST_DECIDED,
    REQUEST_STOPPED,
    REQUEST_WITHDRAWN,
    WAIVER_GRANTED,
    WAIVER_DECLINED,
    SUPPLEMENT_REQUESTED,
    DEADLINE_MISSED,
    FEE_PAID,
    CERTIFICATE_ISSUED,
    CERTIFICATE_SUPERSEDED,
    CERTIFICATE_REVOKED,
    LETTER_DISPATCHED,
    CERTIFICATE_SHARE_OPENED,
    RECORD_INTEGRATED,
    RECORD_SHARE_OPENED,
    RECORD_SHARE_LOCKED,
    RECORD_SHARE_ENDED
}
