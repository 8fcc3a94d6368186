package hoso.judicialcert.person;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.proof.statement.RecordScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who asks, as identity-service vouched for them at that moment. It is asked anew for every request: an
/// answer may not be used for another transaction (Decree 69/2024 Art. 19.4).
public record Applicant(
        String personalNumber,
        String fullName,
        LocalDate birthDate,
        Sex sex,
        String nationality,
        @Nullable String ethnicity,
        @Nullable String birthplace,
        @Nullable Address permanentAddress,
        @Nullable String fatherName,
        @Nullable String motherName,
        @Nullable String spouseName,
        int accountLevel,
        boolean digitalCitizen)
        implements Sensitive {

    /// Whether a certificate would name both alike.
    public boolean isNamedLike(Applicant other) {
        return with(other.accountLevel, other.digitalCitizen).equals(other);
    }

    private Applicant with(int level, boolean digital) {
        return new Applicant(
                personalNumber,
                fullName,
                birthDate,
                sex,
                nationality,
                ethnicity,
                birthplace,
                permanentAddress,
                fatherName,
                motherName,
                spouseName,
                level,
                digital);
    }

    /// As the register looks for them.
    public Person person() {
        return new Person(personalNumber, fullName, birthDate, List.of(), fatherName, motherName);
    }

    /// What of it stands on a certificate, by the names of identity-service.
    public Map<String, String> printed() {
        var printed = new LinkedHashMap<String, @Nullable String>();
        printed.put("fullName", fullName);
        printed.put("nationality", nationality);
        printed.put("birthplace", birthplace);
        printed.put("permanentAddress", permanentAddress == null ? null : permanentAddress.text());
        printed.put("fatherName", fatherName);
        printed.put("motherName", motherName);
        printed.put("spouseName", spouseName);
        var present = new LinkedHashMap<String, String>();
        printed.forEach((field, text) -> {
            if (text != null) {
                present.put(field, text);
            }
        });
        return present;
    }

    /// Whether somebody is no citizen of Viet Nam; who has no nationality on record is taken for one.
    public boolean isForeigner() {
        return !nationality.isBlank() && !NameFolding.key(nationality).equals(NameFolding.key("Việt Nam"));
    }

    /// Whether somebody else still acts in the person's name (Civil Code 91/2015 Art. 20, 21).
    public boolean isUnderAge(Instant moment) {
        return ageAt(moment) < 18;
    }

    /// For what time a certificate about them speaks of convictions.
    public RecordScope recordScope() {
        return isForeigner() ? RecordScope.RESIDENCE_IN_VN : RecordScope.ALL;
    }

    public int ageAt(Instant moment) {
        return Period.between(birthDate, Law.dayOf(moment)).getYears();
    }

    /// The province of permanent residence; empty for who has none on record, and so comes under the national agency.
    public String province() {
        return permanentAddress == null ? "" : permanentAddress.provinceCode();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
