package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// A stranger with a PDF or a QR code in the hand, and no account.
final class Verifier {
    private final RunningSystem system;

    Verifier(RunningSystem system) {
        this.system = system;
    }

    /// What the public page says of a file.
    JsonNode checks(byte[] pdf) {
        return Http.post(system.api("judicial-cert", "/verifications"), Map.of("Content-Type", "application/pdf"), pdf)
                .expect(200)
                .json();
    }

    /// What it says of the code of the QR and the five fields typed in.
    JsonNode checks(String code, String dossierCode, String fullName, String birthDate, String sex, String number) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("code", code);
        fields.put("dossierCode", dossierCode);
        fields.put("fullName", fullName);
        fields.put("birthDate", birthDate);
        fields.put("sex", sex);
        fields.put("documentNumber", number);
        return Http.post(system.api("judicial-cert", "/verifications/by-fields"), Map.of(), (Object) fields)
                .expect(200)
                .json();
    }
}
