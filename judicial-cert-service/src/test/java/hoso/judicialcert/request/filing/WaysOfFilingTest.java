package hoso.judicialcert.request.filing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.Eligibility;
import hoso.judicialcert.request.lifecycle.WaiverClaim;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which way a waiver, a request for another and a request by an agency go, in both regimes.
@Tag("core")
class WaysOfFilingTest {
    private static final Law LAW = Laws.packaged();

    @ParameterizedTest
    @CsvSource({
        // Before the roll-out the app sends to the portal; the portal is never sent to itself.
        "2024-05-10, ONLINE, SELF,             NO_1, -,              0, -",
        "2024-04-01, ONLINE, SELF,             NO_1, -,              0, NotOpenHere",
        "2024-04-01, PORTAL, SELF,             NO_1, -,              0, -",
        "2026-11-23, PORTAL, SELF,             NO_1, -,              0, -",
        // The old regime takes waivers through the portal only, the present one in the app as well.
        "2024-10-02, ONLINE, SELF,             NO_1, STUDENT,        1, WaiverElsewhere",
        "2024-10-02, PORTAL, SELF,             NO_1, STUDENT,        1, -",
        "2024-10-02, PORTAL, SELF,             NO_1, STUDENT,        0, EvidenceMissing",
        "2024-10-02, PORTAL, SELF,             NO_1, PUPIL,          1, NoSuchWaiver",
        "2026-06-30, ONLINE, SELF,             NO_1, STUDENT,        1, WaiverElsewhere",
        "2026-07-01, ONLINE, SELF,             NO_1, STUDENT,        1, -",
        "2026-11-23, ONLINE, SELF,             NO_1, PUPIL,          1, -",
        "2026-11-23, ONLINE, SELF,             NO_1, DISABLED,       0, EvidenceMissing",
        "2026-11-23, ONLINE, SELF,             NO_1, ELDERLY,        0, NoSuchWaiver",
        // Who is authorised files where somebody looks at the papers: not on line.
        "2024-10-02, ONLINE, AUTHORISED,       NO_1, -,              0, NotEntitled",
        "2024-10-02, PORTAL, AUTHORISED,       NO_1, -,              0, NotEntitled",
        "2024-10-02, POST,   AUTHORISED,       NO_1, -,              0, -",
        "2026-11-23, PORTAL, AUTHORISED,       NO_1, -,              0, NotEntitled",
        // A grown-up's No. 2 is nobody else's to ask for.
        "2024-10-02, ONLINE, PARENT,           NO_1, -,              0, -",
        "2024-10-02, ONLINE, PARENT,           NO_2, -,              0, NotEntitled",
        "2026-11-23, ONLINE, PARENT,           NO_2, -,              0, NotEntitled",
        "2026-11-23, ONLINE, AUTHORISED,       NO_1, -,              0, NotEntitled",
        // Agencies: No. 2 only to those that conduct proceedings, and by no other way than their own.
        "2024-10-02, AGENCY, AGENCY,           NO_1, -,              0, -",
        "2024-10-02, AGENCY, AGENCY,           NO_2, -,              0, NotEntitled",
        "2024-10-02, AGENCY, PROCEDURE_AGENCY, NO_2, -,              0, -",
        "2026-11-23, AGENCY, AGENCY,           NO_2, -,              0, NotEntitled",
        "2026-11-23, AGENCY, PROCEDURE_AGENCY, NO_2, -,              0, -",
        "2026-11-23, PORTAL, PROCEDURE_AGENCY, NO_1, -,              0, NotEntitled",
    })
    void eachWayTakesWhatTheLawOfTheDayLetsIt(
            LocalDate day,
            Channel channel,
            Capacity capacity,
            CertificateKind kind,
            String waiverClass,
            int files,
            String expected) {
        var evidence = files == 0 ? List.<UUID>of() : List.of(new UUID(9, 9));
        var waiver = waiverClass.equals("-") ? null : new WaiverClaim(waiverClass, evidence);
        var application = new Application(
                kind, channel, FeeCategory.STANDARD, waiver, "Xin việc làm", false, false, 0, true, null, null);

        var refusal = new Eligibility(LAW)
                .refuses(
                        Documents.LAN,
                        capacity,
                        2,
                        application,
                        day.atTime(9, 0).atZone(Law.ZONE).toInstant());

        assertThat(refusal.map(why -> why.getClass().getSimpleName()).orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, STUDENT,  100000",
        "2024-10-02, DISABLED, 0",
        "2026-11-23, STUDENT,  100000",
        "2026-11-23, PUPIL,    100000",
        "2026-11-23, DISABLED, 0",
    })
    void aWaiverThatIsGrantedCostsWhatItsClassCostsOnTheDayOfReceipt(LocalDate day, String waiverClass, long amount) {
        var category = LAW.waiver(waiverClass, day).orElseThrow().category();

        assertThat(Fee.of(LAW, Channel.PORTAL, category, 0, day).orElseThrow().amount())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-02, BHXH, AGENCY", "2026-11-23, BHXH, AGENCY", "2026-11-23, VKS-HN, PROCEDURE_AGENCY"})
    void anOrganisationAsksInTheCapacityTheLawGivesIt(LocalDate day, String organisation, Capacity capacity) {
        assertThat(LAW.capacity(organisation, day)).contains(capacity);
        assertThat(LAW.capacity("CTY-TU-NHAN", day)).isEmpty();
    }
}
