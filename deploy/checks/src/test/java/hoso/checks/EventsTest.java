package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class EventsTest {
    private static final String EVENT = "BreadBaked.v1";
    private static final JsonNode SCHEMA = Json.parse("""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "/contract/events/BreadBaked.v1.schema.json",
              "description": "Bread was baked.",
              "type": "object",
              "properties": { "breadId": { "type": "string", "format": "uuid" } },
              "required": ["breadId"]
            }
            """);

    static List<Part> services() {
        return Part.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void schemasAreValid(Part service) {
        assertThat(Events.names(service.contract())).as("events").isNotEmpty();
        assertThat(Events.names(service.contract()))
                .allSatisfy(event -> assertThat(Events.invalidSchema(event, Events.schema(service.contract(), event)))
                        .isEmpty());
    }

    @Test
    void anInvalidSchemaIsFound() {
        var wrong = Json.parse("{\"type\": \"loaf\", \"required\": \"breadId\"}");

        assertThat(Events.invalidSchema(EVENT, SCHEMA)).isEmpty();
        assertThat(String.join("\n", Events.invalidSchema(EVENT, wrong)))
                .contains("/type")
                .contains("/required")
                .contains("does not say that it is JSON Schema 2020-12")
                .contains("$id")
                .contains("what became true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyEventHasAnExampleAsItsSchemaSays(Part service) {
        for (var event : Events.names(service.contract())) {
            var example = service.contract().resolve("examples/" + event + ".json");
            assertThat(example).exists();
            assertThat(Events.invalidExample(event, Events.schema(service.contract(), event), Json.read(example)))
                    .isEmpty();
        }
    }

    @Test
    void aWrongExampleIsFound() {
        assertThat(Events.invalidExample(EVENT, SCHEMA, Json.parse("{\"breadId\": \"not-a-uuid\"}")))
                .isNotEmpty();
        assertThat(Events.invalidExample(EVENT, SCHEMA, Json.parse("{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void noEventTellsAnythingPersonal(Part service) {
        for (var event : Events.names(service.contract())) {
            assertThat(Events.personal(event, Events.schema(service.contract(), event)))
                    .isEmpty();
        }
    }

    @Test
    void aPersonalPropertyIsFound() {
        var wrong = Json.parse("""
                {"properties": {"orders": {"items": {"properties": {"fullName": {"type": "string"}}}}, "id": {}}}
                """);

        assertThat(Events.personal(EVENT, wrong))
                .containsExactly(
                        "BreadBaked.v1/orders[]/fullName looks personal; leave it out or say \"x-personal\": true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyEventIsToldInAsyncapi(Part service) {
        assertThat(Events.untold(Events.names(service.contract()), Events.asyncapi(service), service.topicPrefix()))
                .isEmpty();
        assertThat(Events.topics(Events.asyncapi(service), service.topicPrefix()))
                .isNotEmpty();
    }

    @Test
    void anEventWithoutTopicOrKeyIsFound() {
        var wrong = Json.parse("""
                {"components": {"messages": {"BreadBaked": {"payload": {"$ref": "./events/BreadBaked.v1.schema.json"}}}}}
                """);

        assertThat(Events.untold(Set.of("BreadBaked.v1", "BreadSold.v1"), wrong, "bakery."))
                .containsExactlyInAnyOrder(
                        "message BreadBaked is not called hoso.bakery.BreadBaked.v1",
                        "message BreadBaked does not say its key",
                        "message BreadBaked is on no topic",
                        "BreadSold.v1 is not in asyncapi.yaml");
    }

    @ParameterizedTest
    @MethodSource("services")
    void nothingReleasedIsBroken(Part service) {
        var released = Tree.at("deploy/checks/released").resolve(service.folder());
        for (var event : Events.names(released)) {
            var present = service.contract().resolve("events/" + event + Events.SCHEMA);
            assertThat(present)
                    .as("released, so it stays until nobody reads it")
                    .exists();
            assertThat(Contract.breaks(Events.schema(released, event), Json.read(present)))
                    .as(event)
                    .isEmpty();
        }
    }

    /// What is published is read by somebody. Only that it is released is asked here, not that it is released as it
    /// stands: whoever had to copy each change could copy a break with it, and nothing would be left to compare.
    @ParameterizedTest
    @MethodSource("services")
    void everythingPublishedIsReleased(Part service) {
        var published = Events.names(service.contract());

        assertThat(Events.names(Tree.at("deploy/checks/released").resolve(service.folder())))
                .containsAll(published);
    }
}
