package hoso.healthrecord.document.fhir;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.History.Placed;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.fhir.HistoryEntryReader.One;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gives each entry of a history to one visit: to the one it names, to that of the resources it stands with, or to the
/// one in whose time it falls. What is left belongs to none.
final class HistoryPlaceReader {
    /// Who and where: each visit that names them gets them.
    private static final Set<String> SHARED = Set.of(
            "Patient",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "HealthcareService",
            "Endpoint",
            "RelatedPerson",
            "Group",
            "Medication",
            "Substance");

    private static final int NOWHERE = -1;

    private final List<One> all;
    private final Flaws flaws;
    private final Map<String, Integer> named = new HashMap<>();
    private final int[] owner;
    private final List<Integer> visits = new ArrayList<>();
    private int byEncounter;
    private int byReference;
    private int byDate;

    HistoryPlaceReader(List<One> all, Flaws flaws) {
        this.all = all;
        this.flaws = flaws;
        this.owner = new int[all.size()];
        Arrays.fill(owner, NOWHERE);
        for (int i = 0; i < all.size(); i++) {
            var names = all.get(i).names();
            if (!names.fullUrl().isEmpty()) {
                named.putIfAbsent(names.fullUrl(), i);
            }
            if (names.id() != null) {
                named.putIfAbsent(names.type() + "/" + names.id(), i);
            }
            for (var identifier : names.identifiers()) {
                named.putIfAbsent(names.type() + "?identifier=" + identifier, i);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).is("Encounter") && whole(i) == i) {
                visits.add(i);
            }
        }
    }

    /// The places of the encounters that are visits.
    List<Integer> visits() {
        return visits;
    }

    void assign() {
        for (int i = 0; i < all.size(); i++) {
            byEncounter(i);
        }
        byReference();
        for (int i = 0; i < all.size(); i++) {
            if (owner[i] == NOWHERE && !shared(i) && !severalVisits(i)) {
                owner[i] = byDate(all.get(i));
                byDate += owner[i] == NOWHERE ? 0 : 1;
            }
        }
    }

    Placed placed() {
        var rest = rest().size();
        return new Placed(
                byEncounter, byReference, byDate, rest, all.size() - byEncounter - byReference - byDate - rest);
    }

    /// The entries of one visit, with who and where, in the order of the bundle.
    List<Integer> of(int visit) {
        var own = new TreeSet<Integer>();
        for (int i = 0; i < all.size(); i++) {
            if (owner[i] == visit) {
                own.add(i);
            }
        }
        return withShared(own);
    }

    /// The entries that belong to no visit; who and where alone are nothing to tell.
    List<Integer> rest() {
        var rest = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            if (owner[i] == NOWHERE && !shared(i)) {
                rest.add(i);
            }
        }
        return rest;
    }

    List<Integer> withShared(Iterable<Integer> entries) {
        var found = new TreeSet<Integer>();
        var left = new ArrayDeque<Integer>();
        entries.forEach(left::add);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).is("Patient")) {
                left.add(i);
            }
        }
        while (!left.isEmpty()) {
            var i = left.poll();
            if (found.add(i)) {
                for (var reference : all.get(i).references()) {
                    var other = find(reference);
                    if (other != NOWHERE && shared(other)) {
                        left.add(other);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private boolean shared(int i) {
        return SHARED.contains(all.get(i).names().type());
    }

    private int find(String reference) {
        var question = reference.indexOf("?identifier=");
        if (question < 0) {
            return named.getOrDefault(reference, NOWHERE);
        }
        try {
            var token = URLDecoder.decode(
                    reference.substring(question + "?identifier=".length()).replace("+", "%2B"),
                    StandardCharsets.UTF_8);
            return named.getOrDefault(
                    reference.substring(0, question) + "?identifier=" + token.substring(token.indexOf('|') + 1),
                    NOWHERE);
        } catch (IllegalArgumentException _) {
            return NOWHERE;
        }
    }

    /// The visit that an Encounter is, or is a part of.
    private int whole(int encounter) {
        var found = encounter;
        for (int step = 0; step < 10; step++) {
            var one = all.get(found);
            var part = one.encounters().stream().findFirst().map(this::find).orElse(NOWHERE);
            if (one.ownEpisode() || part == NOWHERE || !all.get(part).is("Encounter")) {
                return found;
            }
            found = part;
        }
        return encounter;
    }

    private void byEncounter(int i) {
        var one = all.get(i);
        if (one.is("Encounter")) {
            owner[i] = whole(i);
            byEncounter++;
            return;
        }
        if (shared(i)) {
            return;
        }
        var named = new TreeSet<Integer>();
        for (var reference : one.encounters()) {
            var encounter = find(reference);
            if (encounter == NOWHERE || !all.get(encounter).is("Encounter")) {
                flaws.add("Bundle.entry[" + i + "].resource.encounter.reference", Code.OTHER_VISIT);
            } else {
                named.add(whole(encounter));
            }
        }
        if (named.size() == 1) {
            owner[i] = named.first();
            byEncounter++;
        }
    }

    private boolean severalVisits(int i) {
        return all.get(i).encounters().stream()
                        .map(this::find)
                        .filter(found -> found != NOWHERE)
                        .map(this::whole)
                        .distinct()
                        .count()
                > 1;
    }

    /// A result goes where its report is, and a report where its results are.
    private void byReference() {
        var left = new ArrayDeque<Integer>();
        for (int i = 0; i < all.size(); i++) {
            if (owner[i] != NOWHERE) {
                left.add(i);
            }
        }
        while (!left.isEmpty()) {
            var i = left.poll();
            for (var reference : all.get(i).references()) {
                var other = find(reference);
                if (other != NOWHERE && owner[other] == NOWHERE && !shared(other) && !severalVisits(other)) {
                    owner[other] = owner[i];
                    byReference++;
                    left.add(other);
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (owner[i] == NOWHERE && !shared(i) && !severalVisits(i)) {
                var visit = onlyVisit(all.get(i));
                byReference += visit == NOWHERE ? 0 : 1;
                owner[i] = visit;
            }
        }
    }

    private int onlyVisit(One one) {
        var found = new TreeSet<Integer>();
        for (var reference : one.references()) {
            var other = find(reference);
            if (other != NOWHERE && owner[other] != NOWHERE) {
                found.add(owner[other]);
            }
        }
        return found.size() == 1 ? found.first() : NOWHERE;
    }

    private int byDate(One one) {
        var day = day(one.at());
        if (day == null) {
            return NOWHERE;
        }
        for (var visit : visits) {
            var begin = day(all.get(visit).at());
            var end = day(all.get(visit).until());
            if (begin != null && !day.isBefore(begin) && !day.isAfter(end == null ? begin : end)) {
                return visit;
            }
        }
        return NOWHERE;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            if (text == null) {
                return null;
            }
            return text.length() == 10
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(VisitRules.LOCAL)
                            .toLocalDate();
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
