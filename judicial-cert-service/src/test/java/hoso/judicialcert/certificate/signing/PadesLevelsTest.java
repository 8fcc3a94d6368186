package hoso.judicialcert.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import hoso.chassis.testing.FreePort;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.pdf.VeraPdf;
import hoso.judicialcert.certificate.signing.KeyGeneration.Level;
import hoso.judicialcert.certificate.signing.PadesSigning.Extras;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which level a file has is told by DSS, a library that did not make it.
@Tag("core")
public class PadesLevelsTest {
    private static TimeStampSandbox stamps;
    private static List<X509Certificate> stampAnchors;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        stamps = new TimeStampSandbox();
        stampAnchors = stamps.anchors();
    }

    @AfterAll
    static void close() {
        stamps.close();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void eachLevelIsWhatItSaysForBothKindsOfKey(Level level) throws IOException, InterruptedException {
        for (var authority : List.of(new Authority(), Authority.rsa())) {
            var file = signed(authority, level, extras(authority, stamps.url(), false));

            // At level LT everything comes out of the file; below it the validator is given the lists.
            var reports = level == Level.LT
                    ? validated(file, authority)
                    : validated(file, authority, authority.revocationList(), stamps.get("crl"));
            var id = reports.getSimpleReport().getFirstSignatureId();
            assertThat(reports.getSimpleReport().getIndication(id))
                    .as(reports.getXmlSimpleReport())
                    .isEqualTo(Indication.TOTAL_PASSED);
            assertThat(reports.getSimpleReport().getSignatureFormat(id)).isEqualTo(name(level));
            // Without anything but the file and the anchors only level LT can still be judged.
            var alone = validated(file, authority).getSimpleReport();
            assertThat(alone.getIndication(id) == Indication.TOTAL_PASSED).isEqualTo(level == Level.LT);
            assertThat(isStoreComplete(file)).isEqualTo(level == Level.LT);
            assertThat(file).hasSizeLessThan(level == Level.B ? 40_000 : 48_000);
            assertThat(VeraPdf.judges(file)).singleElement().asString().startsWith("PASS");
            assertCertifiesThatNothingMayChange(file);
        }
    }

    @Test
    void withoutTheAuthorityAFileWaitsOrIsSignedWithoutAsTheAgencyDecided() {
        var authority = new Authority();
        var nowhere = URI.create("http://localhost:" + FreePort.any() + "/");

        assertThatThrownBy(() -> signed(authority, Level.T, extras(authority, nowhere, false)))
                .isInstanceOf(SigningAway.class);
        var reports = validated(signed(authority, Level.T, extras(authority, nowhere, true)), authority);
        assertThat(reports.getSimpleReport()
                        .getSignatureFormat(reports.getSimpleReport().getFirstSignatureId()))
                .isEqualTo(SignatureLevel.PAdES_BASELINE_B);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKeyThatWasRevokedSignsNoMoreNotEvenAtALowerLevel(boolean isDispensable) {
        var authority = new Authority();
        var extras =
                extras(authority, stamps.url(), isDispensable, authority.chain().getFirst());

        assertThatThrownBy(() -> signed(authority, Level.LT, extras))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("revoked");
    }

    @Test
    void aListOfAnotherAuthorityOfTheSameNameTellsNothing() {
        var authority = new Authority();
        var extras = extras(new Authority(), stamps.url(), false);

        assertThatThrownBy(() -> signed(authority, Level.LT, extras))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("not to be trusted");
    }

    @Test
    void theAuthorityMayChangeItsCertificateBetweenTwoFiles() {
        var authority = new Authority();
        var other = new TimeStampSandbox();
        try (other) {
            var both = new ArrayList<>(stampAnchors);
            both.addAll(other.anchors());
            var first = TimeStampTest.client(stamps.url(), both, TestClock.CLOCK);
            var second = TimeStampTest.client(other.url(), both, TestClock.CLOCK);
            var turn = new int[1];
            TimeStamps changing = digest -> (turn[0]++ < 2 ? first : second).over(digest);
            var signing = new PadesSigning(authority.signatory(), new Extras(changing, null, false));

            sign(signing, authority, Level.T);
            var reports = validated(sign(signing, authority, Level.T), authority);

            assertThat(reports.getSimpleReport()
                            .getSignatureFormat(reports.getSimpleReport().getFirstSignatureId()))
                    .isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        }
    }

    /// DocMDP with P=1 (ISO 32000-2 table 257), and the catalogue says that this signature is the one that certifies.
    private static void assertCertifiesThatNothingMayChange(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var signature = document.getLastSignatureDictionary().getCOSObject();
            var reference = (COSDictionary)
                    signature.getCOSArray(COSName.getPDFName("Reference")).getObject(0);
            assertThat(reference.getNameAsString("TransformMethod")).isEqualTo("DocMDP");
            assertThat(reference
                            .getCOSDictionary(COSName.getPDFName("TransformParams"))
                            .getInt("P"))
                    .isEqualTo(1);
            assertThat(document.getDocumentCatalog()
                            .getCOSObject()
                            .getCOSDictionary(COSName.PERMS)
                            .getCOSDictionary(COSName.DOCMDP))
                    .isSameAs(signature);
        }
    }

    /// Certificates and revocation lists in the document's security store (ISO 32000-2 12.8.4.3).
    private static boolean isStoreComplete(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var store = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("DSS"));
            return store != null
                    && store.getCOSArray(COSName.getPDFName("Certs")).size() == 4
                    && store.getCOSArray(COSName.getPDFName("CRLs")).size() == 2;
        }
    }

    /// DSS finds a file's security store only in a revision appended after the signature, and so calls T what has it in
    /// the signed one.
    private static SignatureLevel name(Level level) {
        return switch (level) {
            case B -> SignatureLevel.PAdES_BASELINE_B;
            case T, LT -> SignatureLevel.PAdES_BASELINE_T;
        };
    }

    private static byte[] signed(Authority authority, Level level, Extras extras) {
        return sign(new PadesSigning(authority.signatory(), extras), authority, level);
    }

    private static byte[] sign(PadesSigning signing, Authority authority, Level level) {
        var now = TestClock.now();
        return signing.sign(authority.signatory(), level, Documents.draft("Người ký", List.of(), now), "Hà Nội", now);
    }

    private Extras extras(Authority authority, URI url, boolean isDispensable, X509Certificate... revoked) {
        return extras(folder, stamps, stampAnchors, authority, url, isDispensable, revoked);
    }

    public static Extras extras(
            Path folder,
            TimeStampSandbox stamps,
            List<X509Certificate> stampAnchors,
            Authority authority,
            URI url,
            boolean isDispensable,
            X509Certificate... revoked) {
        try {
            var ours = folder.resolve("ours" + System.nanoTime() + ".crl");
            var theirs = folder.resolve("theirs" + System.nanoTime() + ".crl");
            Files.write(ours, authority.revocationList(revoked));
            Files.write(theirs, stamps.get("crl"));
            return new Extras(
                    TimeStampTest.client(url, stampAnchors, TestClock.CLOCK),
                    new RevocationClient(lists(ours, theirs), TestClock.CLOCK, TimeStampTest::random),
                    isDispensable);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningConfig.Revocation lists(Path... files) {
        return new SigningConfig.Revocation() {
            @Override
            public Optional<List<URI>> lists() {
                return Optional.of(List.of(files).stream().map(Path::toUri).toList());
            }

            @Override
            public Optional<URI> responder() {
                return Optional.empty();
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration keep() {
                return Duration.ofMinutes(10);
            }
        };
    }

    private static Reports validated(byte[] file, Authority authority, byte[]... lists) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(authority.anchor()));
        stampAnchors.forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        if (lists.length > 0) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(java.util.Arrays.stream(lists)
                    .map(ByteArrayInputStream::new)
                    .toArray(InputStream[]::new)));
        }
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument();
    }
}
