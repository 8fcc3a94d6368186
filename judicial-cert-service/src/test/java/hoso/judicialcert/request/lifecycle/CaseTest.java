package hoso.judicialcert.request.lifecycle;

import static hoso.judicialcert.request.lifecycle.Requests.CERTIFICATE;
import static hoso.judicialcert.request.lifecycle.Requests.COUNTING;
import static hoso.judicialcert.request.lifecycle.Requests.DUE;
import static hoso.judicialcert.request.lifecycle.Requests.LAN;
import static hoso.judicialcert.request.lifecycle.Requests.NOW;
import static hoso.judicialcert.request.lifecycle.Requests.OFFICER;
import static hoso.judicialcert.request.lifecycle.Requests.OTHER_OFFICER;
import static hoso.judicialcert.request.lifecycle.Requests.became;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.law.ProcedureRule;
import hoso.judicialcert.law.Validity;
import hoso.judicialcert.person.Address;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.CertificateRequested;
import hoso.judicialcert.request.lifecycle.CertificateRequestEvent.RequestReferredToOfficer;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import hoso.judicialcert.request.lifecycle.Status.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class CaseTest {
    private static final Law LAW = Laws.packaged();

    @Test
    void aParentHandsACertificateOnAsLongAsTheChildIsUnderAgeAndNobodyElseDoes() {
        var mother = new CitizenId(new UUID(1, 7));
        var issued = Requests.issued();
        var majority = issued.applicant()
                .birthDate()
                .plusYears(18)
                .atStartOfDay(Law.ZONE)
                .toInstant();

        for (var capacity : Capacity.values()) {
            var asked = Requests.askedBy(new Requester(mother, capacity, null, null), issued);
            var isParent = capacity == Capacity.PARENT || capacity == Capacity.GUARDIAN;
            assertThat(asked.mayHandOn(mother, majority.minusSeconds(1))).isEqualTo(isParent);
            assertThat(asked.mayHandOn(mother, majority)).isFalse();
            assertThat(asked.mayHandOn(Requests.LAN, majority)).isEqualTo(capacity != Capacity.PROCEDURE_AGENCY);
        }
        assertThat(issued.mayHandOn(mother, majority)).isFalse();
    }

    @Test
    void aRequestWaitsForItsFeeAndIsToldToOthers() {
        var submitted = Requests.submitted(200_000);

        assertThat(submitted.request().status()).isEqualTo(new Status.FeeDue(NOW));
        assertThat(submitted.events()).containsExactly(new CertificateRequested(NOW));
        assertThat(submitted.request().sequence()).isOne();
    }

    /// The clock of another instance, or one that was set back.
    @ParameterizedTest
    @MethodSource("steps")
    void noStepIsTakenBeforeTheOneAheadOfItWhateverTheClockSays(
            CertificateRequest before, Function<Instant, Decision> step) {
        var decision = step.apply(NOW.minusSeconds(3_600));

        assertThat(decision).isInstanceOfSatisfying(Became.class, became -> {
            assertThat(became.request().status().since())
                    .isEqualTo(before.status().since());
            assertThat(became.events())
                    .allSatisfy(event ->
                            assertThat(event.at()).isEqualTo(before.status().since()));
        });
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                step(Requests.unpaid(), request -> clock -> request.feeSteps().pay(200_000, 0, COUNTING, clock)),
                step(Requests.paid(), request -> request::accept),
                step(Requests.accepted(), request -> request::clear),
                step(
                        Requests.referred(),
                        request -> clock ->
                                request.officerSteps().requestSupplement(OFFICER, "x", NOW.plusSeconds(9), clock)),
                step(
                        Requests.supplementRequested(),
                        request -> clock -> request.officerSteps().supplement((due, _, _) -> due, clock)),
                step(
                        Requests.referred(),
                        request -> clock ->
                                request.officerSteps().propose(Requests.proposal(Proposal.Verdict.ISSUE), clock)),
                step(
                        Requests.proposed(),
                        request -> clock -> request.officerSteps().approve(OTHER_OFFICER, clock)),
                step(
                        Requests.proposed(),
                        request -> clock -> request.officerSteps().sendBack(OTHER_OFFICER, clock)),
                step(
                        Requests.toBeSigned(),
                        request -> clock -> request.certificateSteps().issue(CERTIFICATE, "00", clock)),
                step(
                        Requests.issued(),
                        request -> clock -> request.certificateSteps().deliver(clock)),
                step(
                        Requests.issued(),
                        request -> clock -> request.certificateSteps().revoke("ERROR", clock)),
                step(
                        Requests.issued(),
                        request -> clock -> request.certificateSteps().supersede(CERTIFICATE, clock)),
                step(Requests.unpaid(), request -> clock -> request.withdraw(0, 0, clock)),
                step(Requests.unpaid(), request -> clock -> request.stop(StopReason.FEE_NOT_PAID, clock)));
    }

    private static Arguments step(
            CertificateRequest before, Function<CertificateRequest, Function<Instant, Decision>> step) {
        return Arguments.of(before, step.apply(before));
    }

    @Test
    void aFreeRequestIsCheckedAtOnce() {
        assertThat(Requests.submitted(0).request().status()).isEqualTo(new Status.Checking(NOW));
    }

    @Test
    void aPaidRequestIsNotPaidAgain() {
        assertThat(Requests.paid().feeSteps().pay(200_000, 0, COUNTING, NOW))
                .isEqualTo(refused(new Refusal.NotAtThisStep(Requests.paid().status())));
    }

    @Test
    void aCleanRegisterLeadsToTheSignatureWithoutTellingAnybody() {
        assertThat(Requests.accepted().clear(NOW))
                .isInstanceOfSatisfying(
                        Became.class, became -> assertThat(became.events()).isEmpty());
    }

    @Test
    void whatIsReferredIsIssuedByAnOfficersDecisionOnly() {
        assertThat(Requests.referred().certificateSteps().issue(CERTIFICATE, "00", NOW))
                .isInstanceOf(Refused.class);
        assertThat(Requests.referred().clear(NOW)).isInstanceOf(Refused.class);
        assertThat(Requests.approved().certificateSteps().issue(CERTIFICATE, "00", NOW))
                .isInstanceOf(Became.class);
    }

    @Test
    void aJudgmentThatArrivesBeforeTheSignatureBringsTheCaseToAnOfficer() {
        var referred = Requests.toBeSigned().refer(Referral.ON_RECORD, DeadlineKind.LONG, DUE, NOW);

        assertThat(referred).isInstanceOfSatisfying(Became.class, became -> {
            assertThat(became.events()).containsExactly(new RequestReferredToOfficer(NOW));
            assertThat(became.request().status()).isEqualTo(new Status.Referred(NOW, Referral.ON_RECORD));
        });
    }

    @Test
    void anOfficerCannotDecideTheirOwnRequest() {
        var herself = new OfficerId(LAN.value());

        for (var verdict : Proposal.Verdict.values()) {
            assertThat(Requests.referred()
                            .officerSteps()
                            .propose(new Proposal(herself, verdict, "x", List.of(), List.of()), NOW))
                    .isEqualTo(refused(new Refusal.OwnRequest()));
        }
        assertThat(Requests.proposed().officerSteps().approve(herself, NOW))
                .isEqualTo(refused(new Refusal.OwnRequest()));
        assertThat(Requests.proposed().officerSteps().sendBack(herself, NOW))
                .isEqualTo(refused(new Refusal.OwnRequest()));
        assertThat(Requests.waiverAsked().feeSteps().grantWaiver(herself, "x", NOTHING, COUNTING, NOW))
                .isEqualTo(refused(new Refusal.OwnRequest()));
        assertThat(Requests.waiverAsked().feeSteps().declineWaiver(herself, "x", NOW))
                .isEqualTo(refused(new Refusal.OwnRequest()));
        assertThat(Requests.referred().officerSteps().requestSupplement(herself, "x", NOW, NOW))
                .isEqualTo(refused(new Refusal.OwnRequest()));
    }

    @Test
    void whatTheSystemCannotDoGoesToTheOfficersWithTheReason() {
        for (var waiting : List.of(Requests.paid(), Requests.accepted(), Requests.toBeSigned())) {
            assertThat(became(waiting.giveBack(Referral.NOT_WRITTEN, "X at Y.java:1", NOW))
                            .status())
                    .isEqualTo(new Status.Referred(NOW, Referral.NOT_WRITTEN, "X at Y.java:1"));
        }
        assertThat(Requests.issued().giveBack(Referral.NOT_WRITTEN, "X", NOW)).isInstanceOf(Decision.Refused.class);
        assertThat(Referral.NOT_WRITTEN.needsTwoOfficers()).isTrue();
    }

    @Test
    void aDecidedRequestCannotBeDecidedAgain() {
        var declined = Requests.declined();

        assertThat(declined.officerSteps().propose(Requests.proposal(Proposal.Verdict.ISSUE), NOW))
                .isEqualTo(refused(new Refusal.AlreadyDecided(declined.status())));
        assertThat(declined.officerSteps().approve(OTHER_OFFICER, NOW))
                .isEqualTo(refused(new Refusal.AlreadyDecided(declined.status())));
    }

    @Test
    void whereARecordExistsOneOfficerFindsAndAnotherApproves() {
        assertThat(Requests.proposed().status()).isInstanceOf(Status.Approval.class);
        assertThat(Requests.proposed().officerSteps().approve(OFFICER, NOW))
                .isEqualTo(refused(new Refusal.SameOfficer()));
        assertThat(Requests.approved().status())
                .isEqualTo(new Status.Signing(
                        NOW, new Basis.OfficerDecision(OTHER_OFFICER, OFFICER, "Đã đối chiếu", List.of(), List.of())));
        assertThat(became(Requests.proposed().officerSteps().sendBack(OTHER_OFFICER, NOW))
                        .status())
                .isEqualTo(new Status.Referred(NOW, Referral.ON_RECORD));
    }

    @Test
    void whereOnlyPapersAreToBeSeenOneOfficerIsEnough() {
        var papers = became(Requests.accepted().refer(Referral.PAPERS, DeadlineKind.LONG, DUE, NOW));

        assertThat(became(papers.officerSteps().propose(Requests.proposal(Proposal.Verdict.ISSUE), NOW))
                        .status())
                .isEqualTo(new Status.Signing(
                        NOW, new Basis.OfficerDecision(OFFICER, null, "Đã đối chiếu", List.of(), List.of())));
    }

    @Test
    void whatShowsAfterADecisionBringsTheCaseBackToAnOfficer() {
        assertThat(became(Requests.approved().refer(Referral.ON_RECORD, DeadlineKind.LONG, DUE, NOW))
                        .status())
                .isEqualTo(new Status.Referred(NOW, Referral.ON_RECORD));
    }

    @Test
    void aWaiverIsDecidedByAnOfficerAndIsNoPriceOfZero() {
        assertThat(Requests.waiverAsked().status()).isEqualTo(new Status.WaiverReview(NOW));
        assertThat(Requests.waiverAsked().feeSteps().pay(200_000, 0, COUNTING, NOW))
                .isInstanceOf(Refused.class);

        var exempted = Requests.waiverAsked().feeSteps().grantWaiver(OFFICER, "Có thẻ", NOTHING, COUNTING, NOW);
        assertThat(became(exempted).status()).isEqualTo(new Status.Checking(NOW));
        assertThat(exempted)
                .isInstanceOfSatisfying(
                        Became.class,
                        one -> assertThat(one.events())
                                .containsExactly(new CertificateRequestEvent.WaiverGranted(NOW, 0)));
        var reduced = became(Requests.waiverAsked().feeSteps().grantWaiver(OFFICER, "Có thẻ", HALF, COUNTING, NOW));
        assertThat(reduced.status()).isEqualTo(new Status.FeeDue(NOW));
        assertThat(reduced.terms().fee()).isEqualTo(HALF);
        var declined = became(Requests.waiverAsked().feeSteps().declineWaiver(OFFICER, "Thẻ hết hạn", NOW));
        assertThat(declined.status()).isEqualTo(new Status.FeeDue(NOW));
        assertThat(declined.terms().fee().amount()).isEqualTo(200_000);
        assertThat(declined.waiver()).isEqualTo(new WaiverDecision(false, OFFICER, "Thẻ hết hạn", NOW));
    }

    @Test
    void theAgencysTimeStandsStillWhileTheCitizenIsWaitedFor() {
        var later = NOW.plusSeconds(600);
        OfficerSteps.Postponing postponing =
                (due, from, to) -> new Deadline(due.at().plus(Duration.between(from, to)), due.rule());

        var waits = Requests.supplementRequested();
        assertThat(waits.isLate(NOW.plusSeconds(10_000))).isFalse();
        var given = became(waits.officerSteps().supplement(postponing, later));

        assertThat(given.status()).isEqualTo(new Status.Referred(later, Referral.ON_RECORD));
        assertThat(given.terms().due().at()).isEqualTo(DUE.at().plusSeconds(600));
    }

    @Test
    void theTimeToDecideBeginsWhenThereIsNothingMoreToPay() {
        var later = NOW.plusSeconds(500);
        FeeSteps.Counting counting = (from, limit, _) -> new Deadline(from.plusSeconds(60), limit.name());
        var newly = new Deadline(later.plusSeconds(60), "STANDARD");

        assertThat(became(Requests.unpaid().feeSteps().pay(200_000, 0, counting, later))
                        .terms()
                        .due())
                .isEqualTo(newly);
        assertThat(became(Requests.waiverAsked().feeSteps().grantWaiver(OFFICER, "x", NOTHING, counting, later))
                        .terms()
                        .due())
                .isEqualTo(newly);
        assertThat(became(Requests.waiverAsked().feeSteps().grantWaiver(OFFICER, "x", HALF, counting, later))
                        .terms()
                        .due())
                .isEqualTo(DUE);
    }

    @Test
    void eachDateIsMissedOnceAndApologisedForOnce() {
        var late = NOW.plusSeconds(10);
        var newly = new Deadline(NOW.plusSeconds(100), "new");

        var missed = Requests.referred().missDeadline(newly, late);

        assertThat(missed)
                .isInstanceOfSatisfying(
                        Became.class,
                        one -> assertThat(one.events())
                                .containsExactly(new CertificateRequestEvent.DeadlineMissed(late, newly.at())));
        assertThat(became(missed).status()).isEqualTo(Requests.referred().status());
        assertThat(became(missed).missDeadline(newly, late)).isInstanceOf(Refused.class);
        assertThat(Requests.unpaid().missDeadline(newly, late)).isInstanceOf(Refused.class);
        assertThat(Requests.delivered().missDeadline(newly, late)).isInstanceOf(Refused.class);
    }

    @Test
    void whatCountsNoMoreNeverCountsAgain() {
        for (var ended : List.of(Requests.revoked(), Requests.superseded())) {
            assertThat(ended.certificateSteps().revoke("UNLAWFUL", NOW)).isInstanceOf(Refused.class);
            assertThat(ended.certificateSteps().supersede(CERTIFICATE, NOW)).isInstanceOf(Refused.class);
            assertThat(ended.certificateSteps().deliver(NOW)).isInstanceOf(Refused.class);
        }
        assertThat(Requests.toBeSigned().certificateSteps().revoke("UNLAWFUL", NOW))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource
    void aRequestCanBeWithdrawnUntilItIsSigned(CertificateRequest request) {
        assertThat(became(request.withdraw(0, 0, NOW)).status()).isEqualTo(new Status.Withdrawn(NOW));
    }

    static Stream<CertificateRequest> aRequestCanBeWithdrawnUntilItIsSigned() {
        return Stream.of(
                Requests.unpaid(),
                Requests.waiverAsked(),
                Requests.paid(),
                Requests.accepted(),
                Requests.referred(),
                Requests.supplementRequested(),
                Requests.proposed());
    }

    @ParameterizedTest
    @MethodSource
    void aSignedRequestIsNotWithdrawn(CertificateRequest request) {
        assertThat(request.withdraw(0, 0, NOW)).isEqualTo(refused(new Refusal.TooLateToWithdraw(request.status())));
    }

    static Stream<CertificateRequest> aSignedRequestIsNotWithdrawn() {
        return Stream.of(Requests.toBeSigned(), Requests.approved(), Requests.issued(), Requests.delivered());
    }

    /// Whatever is done in whatever order: at most one certificate, one payment, a sequence without gaps,
    /// words for every status, and every status that is not final can be left.
    @Test
    void anyOrderOfCommandsKeepsTheCaseWhole() {
        var random = new Random(20261123);
        var left = new HashMap<String, Boolean>();
        for (var life = 0; life < 5_000; life++) {
            var waiver = random.nextInt(3) == 0 ? new WaiverClaim("STUDENT", List.of()) : null;
            var request = Requests.submitted(random.nextBoolean() ? 200_000 : 0, waiver)
                    .request();
            var names = new HashSet<String>();
            names.add("CertificateRequested");
            for (var step = 0; step < 40; step++) {
                var decision = COMMANDS.get(random.nextInt(COMMANDS.size())).apply(request);
                if (decision instanceof Became(var next, var events)) {
                    assertThat(next.sequence()).isEqualTo(request.sequence() + events.size());
                    for (var event : events) {
                        var name = event.getClass().getSimpleName();
                        assertThat(names.add(name) || AGAIN.contains(name))
                                .as("%s told twice", name)
                                .isTrue();
                    }
                    assertThat(request.status().isFinal()).isFalse();
                    assertThat(LAW.texts().status(next.status().name()).portalCode())
                            .isBetween(0, 10);
                    left.put(request.status().name(), true);
                    request = next;
                }
                left.putIfAbsent(request.status().name(), request.status().isFinal());
            }
        }
        assertThat(left).hasSize(15).doesNotContainValue(false);
    }

    /// What may happen to a case more than once.
    private static final Set<String> AGAIN =
            Set.of("RequestReferredToOfficer", "SupplementRequested", "SupplementGiven", "DeadlineMissed");

    private static final Fee NOTHING = new Fee(0, FeeCategory.EXEMPT, "TT16-2025/exempt");
    private static final Fee HALF = new Fee(100_000, FeeCategory.REDUCED, "TT16-2025/reduced");

    private static final List<Function<CertificateRequest, Decision>> COMMANDS = List.of(
            request -> request.feeSteps().pay(200_000, 0, COUNTING, NOW),
            request -> request.accept(NOW),
            request -> request.clear(NOW),
            request -> request.refer(Referral.UNCERTAIN, DeadlineKind.LONG, DUE, NOW),
            request -> request.refer(Referral.PAPERS, DeadlineKind.LONG, DUE, NOW),
            request -> request.feeSteps().grantWaiver(OFFICER, "x", NOTHING, COUNTING, NOW),
            request -> request.feeSteps().grantWaiver(OFFICER, "x", HALF, COUNTING, NOW),
            request -> request.feeSteps().declineWaiver(OFFICER, "x", NOW),
            request -> request.officerSteps().requestSupplement(OFFICER, "x", NOW, NOW),
            request -> request.officerSteps().supplement((due, _, _) -> due, NOW),
            request -> request.officerSteps().propose(Requests.proposal(Proposal.Verdict.ISSUE), NOW),
            request -> request.officerSteps().propose(Requests.proposal(Proposal.Verdict.DECLINE), NOW),
            request -> request.officerSteps().approve(OTHER_OFFICER, NOW),
            request -> request.officerSteps().sendBack(OTHER_OFFICER, NOW),
            request -> request.missDeadline(DUE, NOW.plusSeconds(2)),
            request -> request.stop(Status.StopReason.FEE_NOT_PAID, NOW),
            request -> request.stop(Status.StopReason.SUPPLEMENT_NOT_GIVEN, NOW),
            request -> request.certificateSteps().supersede(new CertificateId(new UUID(3, 4)), NOW),
            request -> request.certificateSteps().revoke("UNLAWFUL", NOW),
            request -> request.certificateSteps().issue(CERTIFICATE, "00", NOW),
            request -> request.certificateSteps().deliver(NOW),
            request -> request.withdraw(0, 0, NOW));

    @ParameterizedTest
    @CsvSource({
        "1, 000.00.00.H26-261123-0001",
        "9999, 000.00.00.H26-261123-9999",
        "10000, 000.00.00.H26-261123-010000",
        "999999, 000.00.00.H26-261123-999999",
        "1234567, 000.00.00.H26-261123-1234567",
    })
    void theDossierCodeGoesOnBeyondFourDigits(long serial, String code) {
        var rule = new ProcedureRule.DossierCodes("r", new Validity(LocalDate.EPOCH, null), "000.00.00", 4, 6);

        assertThat(DossierCode.of(rule, "H26", NOW, serial)).hasToString(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T03:00:00Z, 2010-11-23, 2, 01, none",
        "2026-11-23T03:00:00Z, 2010-11-24, 2, 01, TooYoung",
        "2026-11-23T03:00:00Z, 1985-03-17, 1, 01, AccountLevelTooLow",
        "2024-10-02T03:00:00Z, 2007-01-01, 2, 01, GuardianNeeded",
        "2024-10-02T03:00:00Z, 1985-03-17, 2, 79, none",
        "2024-09-02T03:00:00Z, 1985-03-17, 2, 79, NotOpenHere",
        "2024-09-02T03:00:00Z, 1985-03-17, 2, 46, none",
    })
    void whoMayAskGoesByTheLawOfTheDay(Instant at, LocalDate born, int level, String province, String refusal) {
        var lan = hoso.judicialcert.certificate.pdf.Documents.LAN;
        var applicant = new Applicant(
                lan.personalNumber(),
                lan.fullName(),
                born,
                lan.sex(),
                lan.nationality(),
                null,
                null,
                new Address("", "", province, ""),
                null,
                null,
                null,
                level,
                false);

        var refused = new Eligibility(LAW).refuses(applicant, Capacity.SELF, level, Requests.application(null), at);

        assertThat(refused.map(one -> one.getClass().getSimpleName()))
                .isEqualTo(refusal.equals("none") ? Optional.empty() : Optional.of(refusal));
    }

    @Test
    void aRequestAndItsPapersAreNotPrinted() {
        assertThat(Map.of("request", Requests.unpaid(), "papers", Requests.application(Requests.HOME))
                        .toString())
                .doesNotContain("Nghiệm", "NGHIỆM", "003185000017", "0912345678");
    }

    private static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
