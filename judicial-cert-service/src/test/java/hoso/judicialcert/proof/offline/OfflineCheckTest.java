package hoso.judicialcert.proof.offline;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.proof.offline.OfflineCheck.Verdict;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.OpenedQr;
import hoso.judicialcert.proof.statement.RecordScope;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.proof.statement.StatusList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be said with the network off, and what cannot.
@Tag("core")
class OfflineCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SignedQr SEAL = new SignedQr(
            "1/2026/X-LLTP",
            "NO_1",
            "H26",
            LocalDate.of(2026, 11, 1),
            65_541,
            "LÊ VĂN THỬ",
            LocalDate.of(1985, 3, 17),
            "017",
            0,
            RecordScope.ALL);
    private static final OpenedQr GENUINE = new OpenedQr.Genuine(SEAL);

    @ParameterizedTest
    @CsvSource({
        // entry, age of the list in hours, valid for hours, answer
        "VALID,       1, 24, VALID",
        "VALID,      23, 24, VALID",
        "VALID,      24, 24, STATUS_UNDETERMINED",
        "VALID,      25, 48, STATUS_UNDETERMINED",
        "VALID,    9000, 99999, STATUS_UNDETERMINED",
        "VALID,      -2, 24, STATUS_UNDETERMINED",
        "SUSPENDED,   1, 24, STATUS_UNDETERMINED",
        "REVOKED,     1, 24, REVOKED",
        "SUPERSEDED,  1, 24, SUPERSEDED",
        // What was recalled stays so: an old list tells that as well as a new one.
        "REVOKED,  9000, 24, REVOKED",
        "SUPERSEDED, 90, 24, SUPERSEDED",
    })
    void theStatusListDecides(StatusList.Entry entry, int age, int good, Result result) {
        var verdict = check(list(1, entry, age, good)).paper(GENUINE);

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.statusAge()).contains(Duration.ofHours(age));
        assertThat(verdict.seal()).contains(SEAL);
    }

    @Test
    void withoutTheRightListNothingIsValid() {
        assertThat(check().paper(GENUINE).doubts()).contains(Doubt.STATUS_LIST_MISSING);
        var other = check(list(0, StatusList.Entry.VALID, 1, 24)).paper(GENUINE);

        assertThat(other.result()).isEqualTo(Result.STATUS_UNDETERMINED);
        assertThat(other.doubts()).contains(Doubt.STATUS_LIST_MISSING);
    }

    @Test
    void aListThatEndsBeforeTheCertificateDoesNotTellOfIt() {
        var shorter = new StatusList(1, NOW, NOW.plus(DAY), new byte[1]);

        assertThat(check(shorter).paper(GENUINE).result()).isEqualTo(Result.STATUS_UNDETERMINED);
    }

    @Test
    void ofSeveralListsTheYoungestCounts() {
        var verdict = check(list(1, StatusList.Entry.VALID, 2, 24), list(1, StatusList.Entry.REVOKED, 1, 24))
                .paper(GENUINE);

        assertThat(verdict.result()).isEqualTo(Result.REVOKED);
    }

    @Test
    void itIsTooOldOnlyForWhoMinds() {
        var lists = List.of(list(1, StatusList.Entry.VALID, 1, 24));

        assertThat(new OfflineCheck(lists, NOW, DAY, 23).paper(GENUINE).result())
                .isEqualTo(Result.EXPIRED_FOR_PURPOSE);
        assertThat(new OfflineCheck(lists, NOW, DAY, 24).paper(GENUINE).result())
                .isEqualTo(Result.VALID);
    }

    @ParameterizedTest
    @CsvSource({"ISSUER_NOT_TRUSTED, UNKNOWN_ISSUER", "SIGNATURE_BROKEN, ALTERED", "UNREADABLE, UNKNOWN"})
    void aSealThatIsNotToBeBelievedTellsNothing(Doubt doubt, Result result) {
        var verdict = check(list(1, StatusList.Entry.VALID, 1, 24)).paper(new OpenedQr.Refused(doubt));

        assertThat(verdict).isEqualTo(new Verdict(result, EnumSet.of(doubt), Optional.empty(), Optional.empty()));
    }

    @Test
    void aDocumentCountsIfItIsWhollySignedAndItsSealTellsWhereToLook() {
        var check = check(list(1, StatusList.Entry.VALID, 1, 24));

        var verdict = check.document(Set.of(), List.of(GENUINE), Optional.empty());

        assertThat(verdict.result()).isEqualTo(Result.VALID);
        assertThat(verdict.doubts()).containsExactly(Doubt.LOG_NOT_ASKED);
        assertThat(check.document(Set.of(), List.of(GENUINE), Optional.of(true)).doubts())
                .isEmpty();
    }

    @Test
    void aDocumentThatTheLogDoesNotHoldIsNotInTheLog() {
        assertThat(check(list(1, StatusList.Entry.VALID, 1, 24))
                        .document(Set.of(), List.of(GENUINE), Optional.of(false))
                        .result())
                .isEqualTo(Result.NOT_IN_LOG);
    }

    @Test
    void aDocumentWithNoSealOrTwoIsUndetermined() {
        var check = check(list(1, StatusList.Entry.VALID, 1, 24));

        for (var seals : List.of(
                List.<OpenedQr>of(),
                List.<OpenedQr>of(GENUINE, GENUINE),
                List.<OpenedQr>of(new OpenedQr.Refused(Doubt.SIGNATURE_BROKEN)))) {
            assertThat(check.document(Set.of(), seals, Optional.empty()).result())
                    .isEqualTo(Result.STATUS_UNDETERMINED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUER_NOT_TRUSTED, , UNKNOWN_ISSUER",
        "ISSUER_NOT_TRUSTED, CHANGED_AFTER_SIGNING, UNKNOWN",
        "CHANGED_AFTER_SIGNING, , ALTERED",
        "SIGNATURE_BROKEN, , ALTERED",
        "NO_SIGNATURE, , UNKNOWN",
        "UNREADABLE, , UNKNOWN",
        "TOO_COMPLEX, , UNKNOWN",
        "SIGNER_OUT_OF_DATE, , STATUS_UNDETERMINED",
        "SIGNER_OUT_OF_DATE, CHANGED_AFTER_SIGNING, ALTERED",
    })
    void whateverIsDoubtedIsNeverValid(Doubt one, @org.jspecify.annotations.Nullable Doubt other, Result result) {
        var doubts = other == null ? EnumSet.of(one) : EnumSet.of(one, other);

        assertThat(check(list(1, StatusList.Entry.VALID, 1, 24))
                        .document(doubts, List.of(GENUINE), Optional.of(true))
                        .result())
                .isEqualTo(result);
    }

    private static OfflineCheck check(StatusList... lists) {
        return new OfflineCheck(List.of(lists), NOW, DAY, null);
    }

    /// A list in which place 5 has an entry.
    private static StatusList list(long number, StatusList.Entry entry, int age, int good) {
        var bits = new byte[16_384];
        bits[1] = (byte) (List.of(StatusList.Entry.values()).indexOf(entry) << 2);
        var at = NOW.minus(Duration.ofHours(age));
        return new StatusList(number, at, at.plus(Duration.ofHours(good)), bits);
    }
}
