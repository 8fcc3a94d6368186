package hoso.judicialcert.request.lifecycle;

/// What officers did with cases. The officers' desk implements it; the steps of a case ask it and do not know the desk.
@FunctionalInterface
public interface OfficerWork {

    /// Whether an officer has done anything with a case since its time began, which is when its fee had come in.
    boolean hasBegun(CertificateRequest request);
}
