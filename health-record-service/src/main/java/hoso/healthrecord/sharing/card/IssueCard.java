package hoso.healthrecord.sharing.card;

import hoso.chassis.id.Ids;
import hoso.chassis.vault.BlindIndex;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.record.HealthRecords;
import hoso.healthrecord.sharing.content.ChosenEntries;
import hoso.healthrecord.sharing.issuer.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Issues emergency cards (SMART Health Cards 1.4): minified, deflated, signed with ES256, short enough for one QR
/// code.
@ApplicationScoped
class IssueCard {
    private static final Duration COUNTS = Duration.ofDays(365);

    /// The longest card that fits one QR code of version 22.
    private static final int LONGEST = 1_195;

    private static final int MOST = 8;
    private static final int RID = 16;

    private final HealthRecords records;
    private final ChosenEntries chosen;
    private final Issuer issuer;
    private final CardRows cards;
    private final BlindIndex blindIndex;
    private final Ids ids;
    private final CardWriter writer;
    private final Clock clock;

    IssueCard(
            HealthRecords records,
            ChosenEntries chosen,
            Issuer issuer,
            CardRows cards,
            BlindIndex blindIndex,
            Ids ids,
            CardWriter writer,
            Clock clock) {
        this.records = records;
        this.chosen = chosen;
        this.issuer = issuer;
        this.cards = cards;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.writer = writer;
        this.clock = clock;
    }

    /// Empty when the record is not in the app, or nothing is filed in it.
    @Transactional
    Optional<Card> issue(UUID owner, Set<SensitiveCategory> sensitive) {
        var record = records.integratedBy(owner);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        var entries = chosen.of(record.get().id(), DataKind.ALL, sensitive).entries();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var id = ids.next();
        var rid = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(blindIndex.of("emergency-card:" + id), RID))
                .substring(0, RID);
        var draft = new Card(id, record.get().id(), "", rid, "", now, now.plus(COUNTS), null);
        var signed = signed(draft, entries, MOST);
        for (int most = MOST - 1; most >= 1 && signed.jws().length() > LONGEST; most--) {
            signed = signed(draft, entries, most);
        }
        var card = draft.signed(signed.key(), signed.jws());
        cards.add(card);
        return Optional.of(card);
    }

    @Transactional
    List<Card> all(UUID owner) {
        return cards.all(owner);
    }

    @Transactional
    Optional<Card> one(UUID owner, UUID id) {
        return cards.find(owner, id);
    }

    /// A card that its owner lost: whoever verifies it from now on is told that it counts no more.
    @Transactional
    Optional<Card> revoke(UUID owner, UUID id) {
        return cards.lock(owner, id).map(card -> {
            var revoked = card.revoked(clock.instant().truncatedTo(ChronoUnit.MICROS));
            cards.save(revoked);
            issuer.revoke(card.key(), card.rid());
            return revoked;
        });
    }

    private Issuer.Signed signed(Card draft, List<RecordEntry> entries, int most) {
        return issuer.sign(writer.payload(issuer.address(), draft, entries, most), Map.of("zip", "DEF"));
    }
}
