package hoso.check.share;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.check.Check;
import hoso.check.Result;
import hoso.check.share.Owner.Link;
import hoso.e2e.Hospital;
import hoso.e2e.RunningSystem;
import hoso.e2e.Waiting;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Opens links to parts of a health record through the gateway, with a client that is not ours: as it should be, with
/// wrong passcodes, too late, too often, and while they are taken back.
public final class ShareCheck implements Check {
    private static final String PASSCODE = "204060";
    private static final int ATTEMPTS = 5;
    private static final String WRONG = "SHLInvalidPasscodeError";
    private static final String GONE = "SHLManifestNotFoundError";

    /// What the visit of the check says.
    private static final List<String> CONTENT = List.of("Viêm họng", "resourceType\":\"Bundle");

    @Override
    public String name() {
        return "share";
    }

    @Override
    public String about() {
        return "links to health records open for kill-the-clipboard (npm) as they should, and else for nobody; needs Node.js";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("threads", "200");
    }

    @Override
    public Result run(RunningSystem system, Options options, Progress progress) throws Exception {
        var threads = (int) options.number("threads", ATTEMPTS + 1, 2_000);
        var judge = JudgeClient.in(system.home().resolve("check-share"));
        var owner = new Owner(system, "lan");
        Hospital.of(system, "01000").sendsClaim("SHARE-" + UUID.randomUUID()).expect(201);
        owner.integrates();
        var result = new Result("share");
        opens(judge, owner, result, progress);
        passcodes(judge, owner, threads, result, progress);
        once(judge, owner, result, progress);
        late(judge, owner, result, progress);
        endedMeanwhile(judge, owner, result, progress);
        cards(system, judge, owner, result, progress);
        dump(system, owner, result, progress);
        return result;
    }

    private static void opens(JudgeClient judge, Owner owner, Result result, Progress progress) throws Exception {
        var usual = open(judge, owner.shares(Map.of("label", "Khám tim")), Map.of());
        var fetched = open(judge, owner.shares(Map.of()), Map.of("more", Map.of("embeddedLengthMax", 10)));
        var direct = open(judge, owner.shares(Map.of("direct", true)), Map.of());
        var longTerm = open(judge, owner.shares(Map.of("longTerm", true)), Map.of());
        var read = List.of(usual, fetched, direct, longTerm).stream()
                .filter(ShareCheck::isRead)
                .count();
        var wrongStatus = status(usual, "finalized") + status(longTerm, "can-change") + (isEmbedded(fetched) ? 1 : 0);
        progress.say("opened: embedded " + usual + ", by location " + fetched + ", direct " + direct + ", for long "
                + longTerm);
        result.with("opened", read).due0("not_read", 4 - read).due0("wrong_status", wrongStatus);
    }

    private static void passcodes(JudgeClient judge, Owner owner, int threads, Result result, Progress progress)
            throws Exception {
        var link = owner.shares(Map.of("passcode", PASSCODE));
        var missing = open(judge, link, Map.of());
        var right = open(judge, link, Map.of("passcode", PASSCODE));
        var hammered = judge.ask(Map.of("do", "hammer", "link", link.shlink(), "passcode", "111111", "times", threads));
        var after = open(judge, link, Map.of("passcode", PASSCODE));
        progress.say("wrong passcodes: " + hammered + ", then the right one: " + after);
        var counted = hammered.path("errors").path(WRONG).asInt();
        var gone = hammered.path("errors").path(GONE).asInt();
        var isCountedDown = hammered.path("remaining").toString().equals("[0,1,2,3,4]");
        result.with("threads", threads)
                .with("wrong_counted", counted)
                .due0(
                        "miscounted",
                        Math.abs(counted - ATTEMPTS) + Math.abs(threads - counted - gone) + (isCountedDown ? 0 : 1))
                .due0("passcode_unasked", missing.path("opened").asBoolean() ? 1 : 0)
                .due0("right_refused", isRead(right) ? 0 : 1)
                .due0("opened_when_locked", is(after, GONE) ? 0 : 1)
                .due0("not_told_locked", owner.sees(link).path("state").asText().equals("LOCKED") ? 0 : 1);
    }

    private static void once(JudgeClient judge, Owner owner, Result result, Progress progress) throws Exception {
        var link = owner.shares(Map.of("maxUses", 1));
        var at = judge.ask(Map.of("do", "hammer", "link", link.shlink(), "times", 64));
        progress.say("for once, by 64 at once: " + at);
        var opened = at.path("errors").path("opened").asInt();
        result.with("once_opened", opened)
                .due0(
                        "once_miscounted",
                        Math.abs(opened - 1)
                                + Math.abs(64
                                        - opened
                                        - at.path("errors").path(GONE).asInt()));
    }

    private static void late(JudgeClient judge, Owner owner, Result result, Progress progress) throws Exception {
        var link = owner.shares(
                Map.of("until", Instant.now().plus(Duration.ofSeconds(3)).toString()));
        Waiting.until(
                "the end of a link",
                Duration.ofMinutes(1),
                () -> Optional.of(link)
                        .filter(one -> owner.sees(one).path("state").asText().equals("EXPIRED")));
        var byClient = open(judge, link, Map.of());
        var byServer = open(judge, link.withoutEnd(), Map.of());
        progress.say("expired: " + byClient + ", with the time left out: " + byServer);
        result.due0("expired_opened", (isOver(byClient) ? 0 : 1) + (is(byServer, GONE) ? 0 : 1));
    }

    private static void endedMeanwhile(JudgeClient judge, Owner owner, Result result, Progress progress)
            throws Exception {
        var link = owner.shares(Map.of());
        var watching = judge.begin(Map.of("do", "watch", "link", link.shlink()));
        watching.awaitOpened();
        owner.ends(link);
        var after = open(judge, link, Map.of());
        var seen = watching.answer();
        var uses = owner.sees(link).path("uses").asInt();
        progress.say("taken back while it was opened: " + seen + ", uses " + uses + ", after it: " + after);
        result.with("opened_before_end", seen.path("opened").asInt())
                .due0("opened_after_end", is(after, GONE) && is(seen, GONE) ? 0 : 1)
                .due0("uses_miscounted", Math.abs(uses - seen.path("opened").asInt()));
    }

    /// Emergency cards: verified by the published keys, refused when forged, and when their owner lost them.
    private static void cards(RunningSystem system, JudgeClient judge, Owner owner, Result result, Progress progress)
            throws Exception {
        var issuer = system.api("health-record", "");
        var card = owner.getsCard();
        var read = card(judge, issuer, card.qr());
        var forged = card(judge, issuer, card.forged());
        owner.losesCard(card);
        var lost = card(judge, issuer, card.qr());
        progress.say("emergency card: " + read + ", forged: " + forged + ", lost: " + lost);
        result.due0("card_unread", read.path("types").toString().contains("Patient") ? 0 : 1)
                .due0("forged_card_read", forged.path("error").asText().equals("SignatureVerificationError") ? 0 : 1)
                .due0("lost_card_read", lost.path("error").asText().equals("SHCRevokedError") ? 0 : 1);
    }

    private static JsonNode card(JudgeClient judge, String issuer, String qr) throws Exception {
        return judge.ask(Map.of("do", "card", "qr", qr, "issuer", issuer));
    }

    private static void dump(RunningSystem system, Owner owner, Result result, Progress progress)
            throws SQLException, IOException {
        var dump = Dump.of(system);
        var secrets = owner.secrets();
        var leaked = secrets.stream().filter(dump::holds).count();
        var content = CONTENT.stream().filter(dump::holds).toList();
        progress.say("in tables and logs: " + leaked + " of " + secrets.size() + " secrets, of the content " + content);
        result.with("secrets", secrets.size()).due0("secrets_leaked", leaked).due0("content_leaked", content.size());
    }

    private static JsonNode open(JudgeClient judge, Link link, Map<String, Object> more) throws Exception {
        var command = new HashMap<String, Object>(more);
        command.put("do", "open");
        command.put("link", link.shlink());
        return judge.ask(command);
    }

    private static boolean isRead(JsonNode answer) {
        return answer.path("opened").asBoolean()
                && answer.path("types").toString().contains("\"Patient\"")
                && answer.path("types").toString().contains("\"Condition\"");
    }

    /// In the second in which a link ends, the client still asks, and the server refuses.
    private static boolean isOver(JsonNode answer) {
        return is(answer, "SHLExpiredError") || is(answer, GONE);
    }

    private static boolean is(JsonNode answer, String error) {
        return answer.path("error").asText().equals(error);
    }

    private static int status(JsonNode answer, String due) {
        return answer.path("files").path(0).path("status").asText().equals(due) ? 0 : 1;
    }

    private static boolean isEmbedded(JsonNode answer) {
        return answer.path("files").path(0).path("embedded").asBoolean(true);
    }
}
