package hoso.judicialcert.certificate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jwt.SignedJWT;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Partners;
import hoso.judicialcert.certificate.issue.Attestation;
import hoso.judicialcert.certificate.status.StatusIndex;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.Sex;
import hoso.judicialcert.proof.statement.RecordScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.common.VerificationException;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class SelectiveDisclosureTest {
    private static final Set<String> OPEN = Set.of("iss", "vct", "iat", "cnf", "status", "_sd_alg");
    private static final Attestation.Sentence THEFT = new Attestation.Sentence(
            LocalDate.of(2024, 5, 6),
            "99/2024/HSST",
            "Tòa án nhân dân Thành phố Hà Nội",
            "Trộm cắp tài sản",
            "Khoản 1 Điều 173 Bộ luật Hình sự",
            "01 năm tù",
            null);
    private static final Attestation.Sentence FRAUD = new Attestation.Sentence(
            LocalDate.of(2025, 7, 8),
            "12/2025/HSST",
            "Tòa án nhân dân khu vực 3",
            "Lừa đảo chiếm đoạt tài sản",
            "Khoản 2 Điều 174 Bộ luật Hình sự",
            "03 năm tù",
            "Phạt tiền 20.000.000 đồng");

    @Inject
    CredentialWriter wire;

    @Test
    void everyClaimCanBeShownByItself() throws ParseException {
        var held = held(THEFT, FRAUD);

        for (var claim : DisclosableClaim.values()) {
            var seen = seen(held, disclosure(held, claim.key()));

            assertThat(seen.keySet()).isEqualTo(with(claim.key()));
        }
    }

    @Test
    void thatNoRecordIsAttestedForTheResidenceOnlyIsSaidBesideIt() throws ParseException {
        var held = held();

        assertThat(seen(held, disclosure(held, "no_record"), disclosure(held, "record_scope")))
                .containsEntry("no_record", true)
                .containsEntry("record_scope", "residence_in_vn");
    }

    @Test
    void ofSeveralJudgmentsEachCanBeShownByItself() throws ParseException {
        var held = held(THEFT, FRAUD);
        var fraud = held.getDisclosures().stream()
                .filter(one -> one.getClaimName() == null && one.getJson().contains("12/2025/HSST"))
                .findFirst()
                .orElseThrow();

        var seen = seen(held, disclosure(held, "record"), fraud);

        assertThat((List<?>) seen.get("record"))
                .singleElement()
                .satisfies(judgment -> assertThat(((Map<?, ?>) judgment).get("additional_penalty"))
                        .isEqualTo("Phạt tiền 20.000.000 đồng"));
    }

    @Test
    void theSignedPartSaysNothingOfPersonAndRecord() throws ParseException {
        var held = held(THEFT);
        var signed = SignedJWT.parse(held.getCredentialJwt()).getPayload().toString();

        assertThat(with()).containsAll(seen(held).keySet());
        for (var secret :
                List.of("NGUYỄN", "1985-03-17", "003185000001", "12/2026", "HSST", "no_record", "\"record\"")) {
            assertThat(signed).doesNotContain(secret);
        }
    }

    @Test
    void aRecordIsNotToldByTheNumberOfDigests() throws ParseException {
        assertThat(digests(held())).hasSize(16);
        assertThat(digests(held(THEFT, FRAUD))).hasSize(16);
        assertThat(held().getDisclosures()).hasSizeLessThan(16);
        assertThat(digests(held())).isSorted();
    }

    @Test
    void everySaltHas128BitsAndServesOnce() {
        var salts = Stream.generate(this::held)
                .limit(50)
                .flatMap(held -> held.getDisclosures().stream())
                .map(Disclosure::getSalt)
                .toList();

        assertThat(salts)
                .allSatisfy(
                        salt -> assertThat(Base64.getUrlDecoder().decode(salt)).hasSize(16));
        assertThat(salts).doesNotHaveDuplicates();
    }

    @Test
    void aClaimThatWasChangedOrMadeUpIsSeen() {
        var key = Wallet.key();
        var held = held(key);
        var bent = new Disclosure(disclosure(held, "no_record").getSalt(), "no_record", false);

        for (var forged : List.of(bent, new Disclosure("name", "TRẦN VĂN KHÁC"))) {
            var presentation = Wallet.shows(
                    new SDJWT(held.getCredentialJwt(), List.of(forged)).toString(),
                    key,
                    Set.of("no_record", "name"),
                    Verifier.NAME,
                    "n");
            assertThatThrownBy(() -> Verifier.sees(presentation, "n")).isInstanceOf(VerificationException.class);
        }
    }

    @Test
    void aPresentationIsForOneVerifierOneTimeAndTheClaimsItWasMadeFor() throws VerificationException {
        var key = Wallet.key();
        var held = held(key).toString();
        var shown = Wallet.shows(held, key, Set.of("no_record"), Verifier.NAME, "n-1");

        assertThat(Verifier.sees(shown, "n-1").path("no_record").asBoolean()).isTrue();
        assertThatThrownBy(() -> Verifier.sees(shown, "n-2")).isInstanceOf(VerificationException.class);
        assertThatThrownBy(() -> Verifier.sees(
                        Wallet.shows(held, key, Set.of("no_record"), "https://elsewhere.example", "n-1"), "n-1"))
                .isInstanceOf(VerificationException.class);
        var without = shown.substring(0, shown.lastIndexOf('~') + 1);
        assertThatThrownBy(() -> Verifier.sees(without, "n-1")).isInstanceOf(VerificationException.class);
        var more = shown.substring(0, shown.indexOf('~') + 1)
                + disclosure(SDJWT.parse(held), "name").getDisclosure()
                + shown.substring(shown.indexOf('~'));
        assertThatThrownBy(() -> Verifier.sees(more, "n-1")).isInstanceOf(VerificationException.class);
    }

    private SDJWT held(Attestation.Sentence... judgments) {
        return held(Wallet.key(), judgments);
    }

    private SDJWT held(com.nimbusds.jose.jwk.ECKey key, Attestation.Sentence... judgments) {
        var attestation = new Attestation(
                CertificateKind.NO_1,
                "12/2026/HSNV-LLTP",
                "Công an thành phố Hà Nội",
                LocalDate.of(2026, 11, 23),
                "000.00.00.H26-261123-0001",
                "NGUYỄN THỊ THỬ NGHIỆM",
                LocalDate.of(1985, 3, 17),
                Sex.FEMALE,
                "003185000001",
                RecordScope.RESIDENCE_IN_VN,
                List.of(judgments));
        var bound = new WalletKey(key.getX().toString(), key.getY().toString());
        return SDJWT.parse(wire.write(attestation, bound, new StatusIndex(1_000_000, 7), TestClock.now()));
    }

    private static Disclosure disclosure(SDJWT held, String claim) {
        return held.getDisclosures().stream()
                .filter(one -> claim.equals(one.getClaimName()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> seen(SDJWT held, Disclosure... shown) throws ParseException {
        return new SDObjectDecoder()
                .decode(
                        SignedJWT.parse(held.getCredentialJwt())
                                .getJWTClaimsSet()
                                .toJSONObject(),
                        Arrays.asList(shown));
    }

    private static List<String> digests(SDJWT held) throws ParseException {
        return SignedJWT.parse(held.getCredentialJwt()).getJWTClaimsSet().getStringListClaim("_sd");
    }

    private static Set<String> with(String... more) {
        var names = new HashSet<>(OPEN);
        names.remove("_sd_alg");
        names.addAll(Arrays.asList(more));
        return names;
    }
}
