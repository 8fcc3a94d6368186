package hoso.judicialcert.proof.statement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A [SignedQr] as COSE_Sign1 (RFC 9052, tag 18). Protected header: `alg` ES256 or RS256 (RFC 8812), `kid` the key id.
/// The payload is a map of small numbers. The verification code is external data: a seal beside another code is
/// broken.
public final class SignedQrReader {
    private static final CBORFactory CBOR = CBORFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int SIGN1 = 18;
    private static final int ALGORITHM = 1;
    private static final int KEY_ID = 4;
    private static final int ES256 = -7;
    private static final int RS256 = -257;
    private static final List<String> KINDS = List.of("NO_1", "NO_2");
    private static final List<RecordScope> SCOPES = List.of(RecordScope.ALL, RecordScope.RESIDENCE_IN_VN);
    private static final int FIELDS = 9;

    private SignedQrReader() {}

    private interface Writing {
        void on(CBORGenerator cbor) throws IOException;
    }

    /// Seals for a code.
    ///
    /// @param sign signs bytes, hashed with SHA-256; ECDSA signatures as r and s (RFC 9053 section 2.1)
    public static byte[] seal(SignedQr seal, String code, String keyId, PublicKey key, UnaryOperator<byte[]> sign) {
        var header = written(cbor -> {
            cbor.writeStartObject(null, 2);
            cbor.writeFieldId(ALGORITHM);
            cbor.writeNumber(key instanceof ECPublicKey ? ES256 : RS256);
            cbor.writeFieldId(KEY_ID);
            cbor.writeBinary(HexFormat.of().parseHex(keyId));
            cbor.writeEndObject();
        });
        var payload = payload(seal);
        var signature = sign.apply(toBeSigned(header, code, payload));
        return written(cbor -> {
            cbor.writeTag(SIGN1);
            cbor.writeStartArray(null, 4);
            cbor.writeBinary(header);
            cbor.writeStartObject(null, 0);
            cbor.writeEndObject();
            cbor.writeBinary(payload);
            cbor.writeBinary(signature);
            cbor.writeEndArray();
        });
    }

    /// Opens a seal that stands beside this code.
    public static OpenedQr open(QrText text, TrustBundle trust) {
        try {
            var parts = Parts.read(text.seal());
            var header = Fields.read(parts.header());
            var seal = seal(Fields.read(parts.payload()));
            // On the day it says: a key may be long out of use when the paper is shown.
            var signer = trust.signer(header.bytes(KEY_ID), seal.issuedOn());
            if (signer.isEmpty()) {
                return new OpenedQr.Refused(Doubt.ISSUER_NOT_TRUSTED);
            }
            return isSigned(
                            parts,
                            text.code(),
                            header.number(ALGORITHM),
                            signer.get().getPublicKey())
                    ? new OpenedQr.Genuine(seal)
                    : new OpenedQr.Refused(Doubt.SIGNATURE_BROKEN);
        } catch (IOException | RuntimeException _) {
            // Whatever a hostile text does to a parser is one thing to the one who shows it: it cannot be read.
            return new OpenedQr.Refused(Doubt.UNREADABLE);
        }
    }

    private static boolean isSigned(Parts parts, String code, long algorithm, PublicKey key) {
        var isElliptic = key instanceof ECPublicKey;
        if (algorithm != (isElliptic ? ES256 : RS256)) {
            return false;
        }
        try {
            var signature = Signature.getInstance(isElliptic ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initVerify(key);
            signature.update(toBeSigned(parts.header(), code, parts.payload()));
            return signature.verify(parts.signature());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// The Sig_structure of RFC 9052 section 4.4.
    private static byte[] toBeSigned(byte[] header, String code, byte[] payload) {
        return written(cbor -> {
            cbor.writeStartArray(null, 4);
            cbor.writeString("Signature1");
            cbor.writeBinary(header);
            cbor.writeBinary(code.getBytes(StandardCharsets.US_ASCII));
            cbor.writeBinary(payload);
            cbor.writeEndArray();
        });
    }

    private static byte[] payload(SignedQr seal) {
        return written(cbor -> {
            var limited = seal.scope() != RecordScope.ALL;
            cbor.writeStartObject(null, limited ? FIELDS + 1 : FIELDS);
            text(cbor, 1, seal.number());
            number(cbor, 2, KINDS.indexOf(seal.kind()) + 1);
            text(cbor, 3, seal.agency());
            number(cbor, 4, seal.issuedOn().toEpochDay());
            number(cbor, 5, seal.statusIndex());
            text(cbor, 6, seal.fullName());
            number(cbor, 7, seal.birthDate().toEpochDay());
            text(cbor, 8, seal.numberEnd());
            number(cbor, 9, seal.judgments());
            // Left out where it is usual: a seal of before it was there says the same.
            if (limited) {
                number(cbor, 10, SCOPES.indexOf(seal.scope()));
            }
            cbor.writeEndObject();
        });
    }

    private static SignedQr seal(Fields fields) throws IOException {
        return new SignedQr(
                fields.text(1),
                KINDS.get(Math.toIntExact(fields.number(2)) - 1),
                fields.text(3),
                LocalDate.ofEpochDay(fields.number(4)),
                fields.number(5),
                fields.text(6),
                LocalDate.ofEpochDay(fields.number(7)),
                fields.text(8),
                Math.toIntExact(fields.number(9)),
                fields.has(10) ? SCOPES.get(Math.toIntExact(fields.number(10))) : RecordScope.ALL);
    }

    private static void text(CBORGenerator cbor, int key, String value) throws IOException {
        cbor.writeFieldId(key);
        cbor.writeString(value);
    }

    private static void number(CBORGenerator cbor, int key, long value) throws IOException {
        cbor.writeFieldId(key);
        cbor.writeNumber(value);
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var cbor = CBOR.createGenerator(bytes)) {
            writing.on(cbor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Parts(byte[] header, byte[] payload, byte[] signature) {

        static Parts read(byte[] seal) throws IOException {
            try (var cbor = CBOR.createParser(seal)) {
                expect(cbor, JsonToken.START_ARRAY);
                if (cbor.getCurrentTag() != SIGN1) {
                    throw new IOException("no COSE_Sign1");
                }
                var header = bytes(cbor);
                expect(cbor, JsonToken.START_OBJECT);
                expect(cbor, JsonToken.END_OBJECT);
                var parts = new Parts(header, bytes(cbor), bytes(cbor));
                expect(cbor, JsonToken.END_ARRAY);
                expectEnd(cbor);
                return parts;
            }
        }
    }

    /// A map of small numbers to texts, numbers and bytes; what has another form is refused.
    private record Fields(Map<Integer, Object> values) {

        static Fields read(byte[] encoded) throws IOException {
            try (var cbor = CBOR.createParser(encoded)) {
                var values = new HashMap<Integer, Object>();
                expect(cbor, JsonToken.START_OBJECT);
                for (var token = cbor.nextToken(); token == JsonToken.FIELD_NAME; token = cbor.nextToken()) {
                    values.put(Integer.valueOf(cbor.currentName()), value(cbor));
                }
                expectEnd(cbor);
                return new Fields(values);
            }
        }

        boolean has(int key) {
            return values.containsKey(key);
        }

        String text(int key) throws IOException {
            if (values.get(key) instanceof String text) {
                return text;
            }
            throw new IOException("no text");
        }

        long number(int key) throws IOException {
            if (values.get(key) instanceof Long number) {
                return number;
            }
            throw new IOException("no number");
        }

        String bytes(int key) throws IOException {
            if (values.get(key) instanceof byte[] bytes) {
                return HexFormat.of().formatHex(bytes);
            }
            throw new IOException("no bytes");
        }

        private static Object value(JsonParser cbor) throws IOException {
            return switch (cbor.nextToken()) {
                case VALUE_STRING -> cbor.getText();
                case VALUE_NUMBER_INT -> cbor.getLongValue();
                case VALUE_EMBEDDED_OBJECT -> cbor.getBinaryValue();
                default -> throw new IOException("no field of a seal");
            };
        }
    }

    private static byte[] bytes(JsonParser cbor) throws IOException {
        expect(cbor, JsonToken.VALUE_EMBEDDED_OBJECT);
        return cbor.getBinaryValue();
    }

    private static void expect(JsonParser cbor, JsonToken token) throws IOException {
        if (cbor.nextToken() != token) {
            throw new IOException("no seal");
        }
    }

    private static void expectEnd(JsonParser cbor) throws IOException {
        if (cbor.nextToken() != null) {
            throw new IOException("something stands behind the seal");
        }
    }
}
