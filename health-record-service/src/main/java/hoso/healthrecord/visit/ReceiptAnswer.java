package hoso.healthrecord.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.person.Warning;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The receipt for a visit, with what the sender should look at. It follows from the bytes alone, so the same bytes
/// get the same receipt.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptAnswer(
        UUID visitId,
        String facility,
        String episode,
        VisitStatus status,
        @Nullable HeldBecause heldBecause,
        List<Warning> warnings,
        List<String> unknown,
        List<Further.Counted> alsoInDocument) {

    static ReceiptAnswer of(Receipt receipt, List<Warning> warnings, List<String> unknown, List<Further.Counted> also) {
        return new ReceiptAnswer(
                receipt.visitId(),
                receipt.facility(),
                receipt.episode(),
                receipt.status(),
                receipt.heldBecause(),
                warnings,
                unknown,
                also);
    }
}
