package hoso.healthrecord.document;

import static hoso.healthrecord.document.Documents.NOW;
import static hoso.healthrecord.document.Documents.claim;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Reading.Read;
import hoso.healthrecord.document.reading.DocumentReader;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class FacilitySignatureTest {
    private static final String SECRET = "made-up-secret";
    private static final String FORGED = """
            <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>\
            <CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>\
            <SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
            <Reference URI=""><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
            <DigestValue>AAAA</DigestValue></Reference></SignedInfo><SignatureValue>AAAA</SignatureValue></Signature>""";

    @TempDir
    private static Path folder;

    private static KeyStore keys;

    @BeforeAll
    static void aFacilityHasAKey() throws Exception {
        var store = folder.resolve("facility.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=Made-up hospital",
                        "-alias",
                        "facility",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
    }

    @Test
    void aSignatureOverTheWholeDocumentIsValid() throws Exception {
        assertThat(told(signed(claim().xml(), ""))).isEqualTo(DocumentSignature.VALID);
    }

    @Test
    void aSignatureOverAllVisitsByTheirIdentifierIsValid() throws Exception {
        var named = claim().xml().replace("<THONGTINHOSO>", "<THONGTINHOSO Id=\"hoso\">");

        assertThat(told(signed(named, "#hoso"))).isEqualTo(DocumentSignature.VALID);
    }

    @Test
    void aDocumentChangedAfterwardsIsNotValid() throws Exception {
        var signed = signed(claim().xml(), "");

        assertThat(told(signed.replace("<NGAYLAP>20260915", "<NGAYLAP>20260916")))
                .isEqualTo(DocumentSignature.NOT_VALID);
    }

    @Test
    void aSignatureOverLessThanTheVisitsIsNotValid() throws Exception {
        var named = claim().xml().replace("<THONGTINDONVI>", "<THONGTINDONVI Id=\"donvi\">");

        assertThat(told(signed(named, "#donvi"))).isEqualTo(DocumentSignature.NOT_VALID);
    }

    @Test
    void aForgedSignatureIsNotValidAndNoneIsAbsent() {
        assertThat(told(claim().xml().replace("<CHUKYDONVI/>", "<CHUKYDONVI>" + FORGED + "</CHUKYDONVI>")))
                .isEqualTo(DocumentSignature.NOT_VALID);
        assertThat(told(claim().xml())).isEqualTo(DocumentSignature.ABSENT);
    }

    private static DocumentSignature told(String document) {
        var reading = DocumentReader.read(DocumentFormat.CLAIM_XML, document.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).visit().origin().signature();
    }

    private static String signed(String xml, String uri) throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        var place = document.getElementsByTagName("CHUKYDONVI").item(0);
        var context = new DOMSignContext(keys.getKey("facility", SECRET.toCharArray()), place);
        for (var name : List.of("THONGTINHOSO", "THONGTINDONVI")) {
            var element =
                    (org.w3c.dom.Element) document.getElementsByTagName(name).item(0);
            if (element.hasAttribute("Id")) {
                context.setIdAttributeNS(element, null, "Id");
            }
        }
        var factory = XMLSignatureFactory.getInstance("DOM");
        var transforms = List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null));
        var reference =
                factory.newReference(uri, factory.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                List.of(reference));
        var keyInfos = factory.getKeyInfoFactory();
        var certificate = keyInfos.newX509Data(List.of(keys.getCertificate("facility")));
        factory.newXMLSignature(info, keyInfos.newKeyInfo(List.of(certificate))).sign(context);
        return written(document);
    }

    private static String written(org.w3c.dom.Document document) throws Exception {
        var out = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
