package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.DocumentSignature;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorException;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Checks the XMLDSig that a facility puts into `CHUKYDONVI`, with the secure validation of the JDK (no SHA-1, no XSLT,
/// no references to outside). Valid means that the holder of the certificate in it signed all of the visits; whether
/// that certificate is the facility's is for the trust list of the country, which is not asked here.
final class FacilitySignatureReader {
    private static final String PLACE = "CHUKYDONVI";

    /// Elements that hold all that is read of a visit; a signature over less says nothing.
    private static final List<String> WHOLE = List.of("GIAMDINHHS", "THONGTINHOSO");

    private FacilitySignatureReader() {}

    static DocumentSignature of(byte[] document) {
        var text = new String(document, StandardCharsets.UTF_8);
        if (!text.contains(PLACE) || !text.contains("SignatureValue")) {
            return DocumentSignature.ABSENT;
        }
        try {
            return valid(parsed(text)) ? DocumentSignature.VALID : DocumentSignature.NOT_VALID;
        } catch (SAXException | MarshalException | XMLSignatureException _) {
            return DocumentSignature.NOT_VALID;
        }
    }

    private static Document parsed(String text) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(
                    new InputSource(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the parser of the JDK", e);
        }
    }

    private static boolean valid(Document document) throws MarshalException, XMLSignatureException {
        var signatures = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        var places = document.getElementsByTagName(PLACE);
        if (signatures.getLength() != 1 || places.getLength() != 1) {
            return false;
        }
        var signature = (Element) signatures.item(0);
        if (!places.item(0).isSameNode(signature.getParentNode())) {
            return false;
        }
        var context = new DOMValidateContext(new CertificateInside(), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        var known = identifiers(document, context);
        var read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        var covered = read.getSignedInfo().getReferences().stream()
                .map(Reference::getURI)
                .anyMatch(uri -> uri != null && (uri.isEmpty() || known.contains(uri)));
        return covered && read.validate(context);
    }

    /// The addresses by which a signature may name the elements that hold everything.
    private static List<String> identifiers(Document document, DOMValidateContext context) {
        return WHOLE.stream()
                .map(name -> document.getElementsByTagName(name).item(0))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .flatMap(element -> List.of("Id", "ID", "id").stream()
                        .filter(element::hasAttribute)
                        .map(attribute -> {
                            context.setIdAttributeNS(element, null, attribute);
                            return "#" + element.getAttribute(attribute);
                        }))
                .toList();
    }

    /// The key of the certificate that the signature carries.
    private static final class CertificateInside extends KeySelector {
        @Override
        public KeySelectorResult select(
                @Nullable KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context)
                throws KeySelectorException {
            if (info != null) {
                for (var part : info.getContent()) {
                    if (part instanceof X509Data data) {
                        for (var one : data.getContent()) {
                            if (one instanceof X509Certificate certificate) {
                                return new Found(certificate.getPublicKey());
                            }
                        }
                    }
                }
            }
            throw new KeySelectorException("the signature carries no certificate");
        }
    }

    private record Found(Key key) implements KeySelectorResult {
        @Override
        public Key getKey() {
            return key;
        }
    }
}
