package hoso.healthrecord.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.healthrecord.document.DocumentSignature;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.History;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.person.Warning;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The receipt for a visit, with what the sender should look at. It follows from the bytes alone, so the same bytes get
/// the same receipt.
///
/// @param alsoInDocument what the app shows nothing or a part of, counted
/// @param sealed tables that are kept and that the app never shows
/// @param signature of the facility over the document
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptAnswer(
        UUID visitId,
        String facility,
        String episode,
        int version,
        Receipt.Status status,
        @Nullable HeldBecause heldBecause,
        List<Warning> warnings,
        List<String> unknown,
        List<Further.Counted> alsoInDocument,
        List<String> sealed,
        DocumentSignature signature) {

    /// The receipts of a document with several visits, one for each.
    ///
    /// @param placed how the resources found their visit
    record OfHistory(List<ReceiptAnswer> visits, History.Placed placed) {}

    static ReceiptAnswer of(Receipt receipt, List<Warning> warnings, Reading.Read read) {
        return new ReceiptAnswer(
                receipt.visitId(),
                receipt.facility(),
                receipt.episode(),
                receipt.version(),
                receipt.status(),
                receipt.heldBecause(),
                warnings,
                read.unknownTags(),
                read.visit().findings().further().also(),
                read.sealed(),
                read.visit().origin().signature());
    }
}
