package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ContractTest {
    private static final String ID = "'id':{'type':'string'}";
    private static final String NOTE = "'note':{'type':'string'}";
    private static final JsonNode RELEASED = schema(ID + "," + NOTE, "'id'");

    private static JsonNode schema(String properties, String required) {
        return json("{'type':'object','properties':{" + properties + "},'required':[" + required + "]}");
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    @Test
    void theSameSchemaBreaksNothing() {
        assertThat(Contract.breaks(RELEASED, RELEASED)).isEmpty();
    }

    @Test
    void anOptionalFieldMayCome() {
        var present = schema(ID + "," + NOTE + ",'more':{'type':'string'}", "'id'");

        assertThat(Contract.breaks(RELEASED, present)).isEmpty();
    }

    @Test
    void noFieldMayGo() {
        assertThat(Contract.breaks(RELEASED, schema(ID, "'id'"))).containsExactly("/note is gone");
    }

    @Test
    void noTypeMayChange() {
        var present = schema("'id':{'type':'integer'}," + NOTE, "'id'");

        assertThat(Contract.breaks(RELEASED, present)).containsExactly("/id changed its type");
    }

    @Test
    void noPromiseIsTakenBack() {
        var present = schema(ID + "," + NOTE, "");

        assertThat(Contract.breaks(RELEASED, present)).containsExactly("/id is no longer promised");
    }

    @Test
    void nothingNewIsDemandedOfEventsAlreadyWritten() {
        var present = schema(ID + "," + NOTE, "'id','note'");

        assertThat(Contract.breaks(RELEASED, present)).containsExactly("/note is demanded of events already written");
    }

    @Test
    void nothingCloses() {
        var present = json("{'type':'object','additionalProperties':false,'properties':{" + ID + "," + NOTE
                + "},'required':['id']}");

        assertThat(Contract.breaks(RELEASED, present)).containsExactly(" closed itself");
    }

    @Test
    void aClosedEnumStaysAsItIs() {
        var released = json("{'enum':['A','B']}");

        assertThat(Contract.breaks(released, json("{'enum':['A','B','C']}"))).containsExactly(" changed its enum");
    }

    @Test
    void anOpenEnumMayGrowAndNotShrink() {
        var released = json("{'enum':['A','B'],'x-open':true}");

        assertThat(Contract.breaks(released, json("{'enum':['A','B','C'],'x-open':true}")))
                .isEmpty();
        assertThat(Contract.breaks(released, json("{'enum':['A'],'x-open':true}")))
                .containsExactly(" lost a value of its enum");
    }

    @Test
    void theSameHoldsInsideLists() {
        var released = json("{'items':{'properties':{" + ID + "}}}");

        assertThat(Contract.breaks(released, json("{'items':{'properties':{}}}")))
                .containsExactly("[]/id is gone");
    }
}
