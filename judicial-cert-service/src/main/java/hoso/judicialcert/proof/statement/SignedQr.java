package hoso.judicialcert.proof.statement;

import hoso.chassis.personal.Sensitive;
import java.time.LocalDate;

/// What the QR code on a certificate says by itself, signed, so that it can be checked with the network off and
/// compared with the page it stands on. It says less than the page: whoever has the code in view has the page in view.
///
/// @param number the number on the document
/// @param kind `NO_1` or `NO_2`
/// @param agency code of the agency that issued it
/// @param statusIndex its place in the status lists
/// @param numberEnd the last three characters of the personal or passport number
/// @param judgments how many judgments stand on the page; none means no criminal record
/// @param scope for what time
public record SignedQr(
        String number,
        String kind,
        String agency,
        LocalDate issuedOn,
        long statusIndex,
        String fullName,
        LocalDate birthDate,
        String numberEnd,
        int judgments,
        RecordScope scope)
        implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
