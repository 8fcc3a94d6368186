package hoso.check.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One way to be let in at a route.
///
/// @param level account level of the person; 0 where any will do
/// @param isWithPasscode whether the passcode has to be fresh
/// @param isWithOrganisation whether the token has to name one
/// @param client the only client it is there for
/// @param mayBeRefusedByBody whether a caller who was let in may be refused for what the body says
/// @param isEnding whether it has effect on what it is asked about
record Grant(
        String role,
        int level,
        boolean isWithPasscode,
        boolean isWithOrganisation,
        Optional<String> client,
        Thing of,
        boolean mayBeRefusedByBody,
        boolean isEnding) {

    static Grant of(JsonNode node) {
        var passcode = node.path("passcode").asBoolean();
        return new Grant(
                node.required("role").asText(),
                passcode ? 2 : node.path("level").asInt(),
                passcode,
                node.path("org").asBoolean(),
                Optional.of(node.path("client").asText()).filter(client -> !client.isEmpty()),
                Thing.named(node.path("of").asText("nothing")),
                node.path("refused").asText().equals("by body"),
                node.path("ends").asBoolean());
    }
}
