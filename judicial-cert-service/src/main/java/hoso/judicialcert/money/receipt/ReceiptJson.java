package hoso.judicialcert.money.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Words;
import hoso.judicialcert.money.receipt.ReadReceipt.ReceiptText;
import jakarta.inject.Singleton;
import java.time.Instant;

/// How a receipt is told, and what of it is signed: the same fields, in both languages.
@Singleton
class ReceiptJson implements ReceiptText {
    private final ObjectMapper json;

    ReceiptJson(ObjectMapper json) {
        this.json = json;
    }

    record Body(
            String number,
            Instant issuedAt,
            Words title,
            String agency,
            Words agencyName,
            String dossierCode,
            String paymentReference,
            String paidFor,
            Words what,
            long amount,
            String currency,
            String rule)
            implements Sensitive {

        static Body of(Receipt receipt) {
            return new Body(
                    receipt.number(),
                    receipt.issuedAt(),
                    new Words("Biên lai thu phí điện tử", "Electronic fee receipt"),
                    receipt.agency(),
                    receipt.agencyName(),
                    receipt.dossierCode(),
                    receipt.reference(),
                    receipt.paidFor(),
                    new Words(
                            "Phí cung cấp thông tin lý lịch tư pháp: "
                                    + receipt.what().vi(),
                            "Fee for judicial record information: "
                                    + receipt.what().en()),
                    receipt.amount(),
                    Fee.CURRENCY,
                    receipt.rule());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public String of(Receipt receipt) {
        try {
            return json.writeValueAsString(Body.of(receipt));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
