package hoso.notification.template;

/// What a citizen can be told. Each has a template in each language; none tells what is in a certificate or a record.
public enum Notice {
    REQUEST_ACCEPTED,
    REQUEST_REFERRED,
    REQUEST_DECIDED,
    FEE_PAID,
    CERTIFICATE_ISSUED,
    LETTER_DISPATCHED,
    CERTIFICATE_SHARE_OPENED,
    RECORD_INTEGRATED
}
