package hoso.judicialcert.certificate.issue;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.Sex;
import java.time.LocalDate;
import java.util.Locale;

/// The five things that, with the code, tell that a paper is the holder's. Compared without marks, case and spaces.
public record HolderFields(String dossierCode, String fullName, LocalDate birthDate, Sex sex, String documentNumber)
        implements Sensitive {

    /// One text of all five, the same for the same person however it was typed.
    String folded() {
        return String.join(
                "|",
                dossierCode.strip().toUpperCase(Locale.ROOT),
                NameFolding.key(fullName),
                birthDate.toString(),
                sex.name(),
                documentNumber.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
