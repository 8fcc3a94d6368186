package hoso.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class AdministrationTest {

    @Test
    void anAgencyReadsAnnouncementsInItsOwnGroupsAndNothingElse() {
        var permissions = Administration.permissions().stream()
                .filter(one -> one.entry().principal().equals("User:agency-social-insurance"))
                .toList();

        assertThat(permissions)
                .filteredOn(one -> one.pattern().resourceType() == ResourceType.TOPIC)
                .allMatch(one -> one.pattern().patternType() == PatternType.LITERAL)
                .extracting(one -> one.pattern().name())
                .containsOnly("judicial-cert.certificate-issued.v1", "judicial-cert.certificate-status.v1");
        assertThat(permissions)
                .filteredOn(one -> one.pattern().resourceType() == ResourceType.GROUP)
                .extracting(one -> one.pattern().name())
                .containsExactly("agency-social-insurance.");
        assertThat(permissions).noneMatch(one -> one.entry().operation() == AclOperation.WRITE);
    }

    @Test
    void onlyAProcedureAgencyMayReadThatANo2WasIssuedOrCountsNoMore() {
        var readers = Administration.permissions().stream()
                .filter(one -> one.pattern().name().contains("-no-2."))
                .map(one -> one.entry().principal())
                .distinct();

        assertThat(readers).containsExactly("User:" + Topics.PROCEDURE_AGENCY);
    }

    @Test
    void aServiceWritesOnlyWhatBeginsWithItsName() {
        assertThat(Administration.permissions())
                .filteredOn(one -> one.entry().operation() == AclOperation.WRITE)
                .allMatch(one -> one.pattern().patternType() == PatternType.PREFIXED
                        && one.entry()
                                .principal()
                                .equals("User:" + one.pattern().name().replaceAll("\\.$", "")));
    }

    @Test
    void everyListenerHasItsDeadLetters() {
        assertThat(Topics.settings().keySet())
                .contains(
                        "notification.deliveries.judicial-cert.requests.v1.dead",
                        "notification.deliveries.judicial-cert.access.v1.dead",
                        "notification.deliveries.health-record.records.v1.dead",
                        "judicial-cert.timeline.notification.deliveries.v1.dead");
    }
}
