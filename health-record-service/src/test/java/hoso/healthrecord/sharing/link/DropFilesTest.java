package hoso.healthrecord.sharing.link;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.sends;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.sharing.Sharing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class DropFilesTest {
    @Inject
    DropFiles drop;

    @Inject
    DataSource database;

    @Test
    void theFilesOfALinkDoNotOutliveItForLong() throws Exception {
        var lan = new Story();
        try (var identity = new Identity()) {
            identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
            lan.integrates().statusCode(200);
            sends(lan.claim(Story.episode()).bytes()).statusCode(201);
            var open = Sharing.of(lan, "");
            var over = Sharing.of(lan, "");
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.executeUpdate(
                        "update share set until = now() - interval '2 hours', made_at = now() - interval '3 hours' where id = '"
                                + over.id() + "'");
            }

            assertThat(drop.waiting()).contains(UUID.fromString(over.id())).doesNotContain(UUID.fromString(open.id()));
            drop.drop(UUID.fromString(over.id()));

            assertThat(drop.waiting()).doesNotContain(UUID.fromString(over.id()));
            assertThat(over.seenBy(lan).getList("files")).isEmpty();
            assertThat(open.seenBy(lan).getList("files")).hasSize(1);
        }
    }
}
