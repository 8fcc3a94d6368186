package hoso.judicialcert.law;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of the law's files that people read, by the codes of what they stand for.
public final class LawTexts {
    private final Map<String, StatusText> statuses;
    private final Map<String, Words> deliveries;
    private final Map<String, Words> revocations;
    private final Map<String, Words> supplements;
    private final Map<String, Words> delays;

    private LawTexts(LawFiles files) {
        statuses = Table.read(files, "statuses.csv")
                .map(StatusText::of)
                .collect(Collectors.toUnmodifiableMap(StatusText::status, text -> text));
        deliveries = words(files, "deliveries.csv", "step");
        revocations = words(files, "revocations.csv", "code");
        supplements = words(files, "supplements.csv", "code");
        delays = words(files, "delays.csv", "status");
    }

    static LawTexts read(LawFiles files) {
        return new LawTexts(files);
    }

    /// What a citizen reads at a status.
    public StatusText status(String status) {
        var text = statuses.get(status);
        if (text == null) {
            throw new IllegalArgumentException("no words for the status " + status);
        }
        return text;
    }

    /// What a citizen reads at a step of the timeline: a status, or what became of a delivery.
    public Words step(String step) {
        var delivery = deliveries.get(step);
        return delivery == null ? status(step).text() : delivery;
    }

    /// The names of those that are a status of the portal too.
    public Set<String> portalStatuses() {
        return statuses.values().stream()
                .filter(StatusText::isForPortal)
                .map(StatusText::status)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The names of all statuses.
    public Set<String> statuses() {
        return statuses.keySet();
    }

    /// Whether the timeline has words for it.
    public boolean knowsDelivery(String step) {
        return deliveries.containsKey(step);
    }

    /// Why a certificate was recalled, in words; empty when there is no such reason.
    public Optional<Words> revocation(String code) {
        return Optional.ofNullable(revocations.get(code));
    }

    /// What a citizen can be asked to give, in ready words; empty when there is no such code.
    public Optional<Words> supplement(String code) {
        return Optional.ofNullable(supplements.get(code));
    }

    /// Why a case that stands at a status was not decided in time.
    public Words delay(String status) {
        var words = delays.get(status);
        if (words == null) {
            throw new IllegalArgumentException("no words for a delay at " + status);
        }
        return words;
    }

    private static Map<String, Words> words(LawFiles files, String file, String key) {
        return Table.read(files, file)
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.text(key), row -> new Words(row.text("vi"), row.text("en"))));
    }

    /// What a citizen reads at a status, with the code and the words of the National Public Service Portal.
    ///
    /// @param portalCode 0 where the portal knows no such status: the case keeps the one it had
    public record StatusText(String status, int portalCode, Words portal, Words text) {

        public boolean isForPortal() {
            return portalCode > 0;
        }

        static StatusText of(Table.Row row) {
            return new StatusText(
                    row.text("status"),
                    row.number("portal_code", 0),
                    row.words("portal"),
                    new Words(row.text("vi"), row.text("en")));
        }
    }
}
