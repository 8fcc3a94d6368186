package hoso.healthrecord.visit;

import hoso.healthrecord.document.DocumentSignature;
import hoso.healthrecord.document.Flaw;
import hoso.healthrecord.document.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// From which day on a claim must carry a valid signature of its facility.
record SignatureRule(Optional<LocalDate> from) {
    static final Reading.Refused REFUSED =
            new Reading.Refused(List.of(new Flaw("GIAMDINHHS/CHUKYDONVI", Flaw.Code.SIGNATURE_REQUIRED)));
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    boolean refuses(DocumentSignature signature, Instant now) {
        return signature != DocumentSignature.VALID
                && from.isPresent()
                && !LocalDate.ofInstant(now, VIET_NAM).isBefore(from.get());
    }
}
