package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The National Public Service Portal, machine to machine.
final class Portal {
    private static final byte[] STUDENT_CARD = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 120]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);
    private final RunningSystem system;

    Portal(RunningSystem system) {
        this.system = system;
    }

    /// A person who claims to pay less files, with a card that shows it.
    ///
    /// @return what the portal is told of the dossier
    JsonNode files(String portalCode, String waiverClass, String number, String fullName, String birthDate) {
        var evidence = Http.post(
                        system.api("judicial-cert", "/evidence"), headers("application/octet-stream"), STUDENT_CARD)
                .expect(201)
                .json()
                .path("evidenceId")
                .asText();
        var form = new LinkedHashMap<String, Object>(Citizen.certificateRequest(false));
        form.put("waiver", Map.of("waiverClass", waiverClass, "evidence", List.of(evidence)));
        var dossier = Map.of(
                "portalCode",
                portalCode,
                "person",
                Map.of("personalNumber", number, "fullName", fullName, "birthDate", birthDate),
                "capacity",
                "SELF",
                "form",
                form);
        return Http.post(
                        system.api("judicial-cert", "/portal/certificate-requests"),
                        headers("application/json"),
                        Http.bytes(dossier))
                .expect(201)
                .json();
    }

    JsonNode sees(String portalCode) {
        return Http.get(
                        system.api("judicial-cert", "/portal/certificate-requests/" + portalCode),
                        headers("application/json"))
                .expect(200)
                .json();
    }

    private Map<String, String> headers(String contentType) {
        return Map.of(
                "Authorization",
                "Bearer " + system.machineToken("national-portal"),
                "Content-Type",
                contentType,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
