package hoso.judicialcert.certificate.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.hash.Sha256;
import hoso.chassis.id.Ids;
import hoso.judicialcert.certificate.issue.Attestation;
import hoso.judicialcert.certificate.offer.CredentialConfig;
import hoso.judicialcert.certificate.offer.OfferAnswer;
import hoso.judicialcert.certificate.signing.SignedStatement;
import hoso.judicialcert.certificate.status.PublishStatus;
import hoso.judicialcert.certificate.status.StatusIndex;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a certificate as SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc). Open stands only what every copy has in
/// common or what is this copy's own: who issued it, what type it is, the day, the wallet's key and the place in the
/// status lists. Everything of the certificate and of the person is behind digests, and there are always as many
/// digests, so that their number tells nothing. It has no end: by law a certificate has none, whoever takes it decides
/// on its age.
@Singleton
class CredentialWriter {
    static final String FORMAT = "dc+sd-jwt";
    static final String TYPE_PATH = "/credential-types/" + OfferAnswer.CONFIGURATION;
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final int DIGESTS = 16;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final ObjectMapper json;
    private final Ids ids;
    private final SignedStatement statement;
    private final PublishStatus status;
    private final CredentialConfig config;

    CredentialWriter(
            ObjectMapper json, Ids ids, SignedStatement statement, PublishStatus status, CredentialConfig config) {
        this.json = json;
        this.ids = ids;
        this.statement = statement;
        this.status = status;
        this.config = config;
    }

    /// A copy for this key: the signed part and all its disclosures.
    String write(Attestation attestation, WalletKey key, StatusIndex place, Instant now) {
        var disclosures = new ArrayList<String>();
        var digests = new ArrayList<String>();
        claims(attestation, disclosures).forEach((claim, value) -> {
            if (value == null) {
                return;
            }
            var disclosure = encoded(List.of(salt(), claim.key(), value));
            disclosures.add(disclosure);
            digests.add(digest(disclosure));
        });
        while (digests.size() < DIGESTS) {
            digests.add(digest(ids.secret(DIGEST_BYTES)));
        }
        // Sorted, they tell nothing of the order they were made in.
        digests.sort(null);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("iss", config.issuer());
        payload.put("vct", type());
        // The day only: the second would tell that two copies were handed out together.
        payload.put("iat", now.truncatedTo(ChronoUnit.DAYS).getEpochSecond());
        payload.put("cnf", Map.of("jwk", jwk(key)));
        payload.put("status", Map.of("status_list", Map.of("idx", place.entry(), "uri", status.uri(place))));
        payload.put("_sd_alg", "sha-256");
        payload.put("_sd", digests);
        return statement.sign(FORMAT, text(payload)) + "~" + String.join("~", disclosures) + "~";
    }

    /// What kind of credential it is (`vct`), and where that is told.
    String type() {
        return config.issuer() + TYPE_PATH;
    }

    /// The claims, with those inside them that can be shown by themselves: each judgment.
    private Map<DisclosableClaim, @Nullable Object> claims(Attestation attestation, List<String> disclosures) {
        var claims = new LinkedHashMap<DisclosableClaim, @Nullable Object>();
        for (var claim : DisclosableClaim.values()) {
            claims.put(
                    claim,
                    switch (claim) {
                        case NO_RECORD -> attestation.judgments().isEmpty();
                        case RECORD_SCOPE -> scope(attestation);
                        case RECORD ->
                            attestation.judgments().stream()
                                    .map(judgment -> element(judgment, disclosures))
                                    .toList();
                        case KIND -> attestation.kind().name();
                        case NUMBER -> attestation.number();
                        case DOSSIER_CODE -> attestation.dossierCode();
                        case AGENCY -> attestation.agency();
                        case ISSUED_ON -> attestation.issuedOn().toString();
                        case FULL_NAME -> attestation.fullName();
                        case BIRTH_DATE -> attestation.birthDate().toString();
                        case SEX -> attestation.sex().name();
                        case PERSONAL_NUMBER -> attestation.personalNumber();
                    });
        }
        return claims;
    }

    /// `residence_in_vn`: of a foreigner nothing is attested for any other time. Null where it was not kept.
    private static @Nullable String scope(Attestation attestation) {
        var scope = attestation.recordScope();
        return scope == null ? null : scope.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> element(Attestation.Sentence judgment, List<String> disclosures) {
        var claims = new LinkedHashMap<String, String>();
        claims.put("sentenced_on", judgment.sentencedOn().toString());
        claims.put("judgment_number", judgment.number());
        claims.put("court", judgment.court());
        claims.put("offence", judgment.offence());
        claims.put("articles", judgment.articles());
        claims.put("penalty", judgment.penalty());
        putIfThere(claims, "additional_penalty", judgment.additionalPenalty());
        var disclosure = encoded(List.of(salt(), claims));
        disclosures.add(disclosure);
        return Map.of("...", digest(disclosure));
    }

    private static void putIfThere(Map<String, String> claims, String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private static Map<String, String> jwk(WalletKey key) {
        var jwk = new LinkedHashMap<String, String>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", key.x());
        jwk.put("y", key.y());
        return jwk;
    }

    private String salt() {
        return ids.secret(SALT_BYTES);
    }

    private String encoded(Object disclosure) {
        return URL.encodeToString(text(disclosure).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String text) {
        return URL.encodeToString(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
