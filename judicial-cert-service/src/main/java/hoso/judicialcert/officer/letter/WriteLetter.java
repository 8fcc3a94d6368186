package hoso.judicialcert.officer.letter;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.LawFiles;
import hoso.judicialcert.law.LetterKind;
import hoso.judicialcert.law.SpelledDate;
import hoso.judicialcert.law.Words;
import hoso.judicialcert.officer.queue.LookAtCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Writes the letters of a case, from what happened to it: asked for again, a letter says the same.
@ApplicationScoped
class WriteLetter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final LookAtCase look;
    private final CertificateRequests requests;
    private final OfficerActions deeds;
    private final MissedRows missed;
    private final Law law;
    private final LawFiles files;
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    WriteLetter(
            LookAtCase look,
            CertificateRequests requests,
            OfficerActions deeds,
            MissedRows missed,
            Law law,
            LawFiles files) {
        this.look = look;
        this.requests = requests;
        this.deeds = deeds;
        this.missed = missed;
        this.law = law;
        this.files = files;
    }

    /// For an officer to print. Empty when the agency has no such case, or there was nothing to write.
    @Transactional
    Optional<Letter> write(RequestId id, Officer officer, LetterKind kind, Locale language) {
        return look.find(id, officer)
                .flatMap(request -> write(request, kind, language).map(letter -> {
                    look.note(request, officer);
                    return letter;
                }));
    }

    /// For whoever filed the dossier.
    @Transactional
    Optional<Letter> write(RequestId id, CitizenId citizen, LetterKind kind, Locale language) {
        return requests.find(id, citizen).flatMap(request -> write(request, kind, language));
    }

    private Optional<Letter> write(CertificateRequest request, LetterKind kind, Locale language) {
        return switch (kind) {
            case SUPPLEMENT ->
                deeds.last(request, OfficerAction.Kind.SUPPLEMENT_REQUESTED)
                        .map(deed -> letter(request, kind, language, deed.at(), asked(deed, language)));
            case REFUSAL ->
                request.status() instanceof Status.Declined(var since, var _, var reason)
                        ? Optional.of(letter(request, kind, language, since, Map.of("reason", reason)))
                        : Optional.empty();
            case APOLOGY ->
                missed.last(request.id(), law.texts().statuses())
                        .map(date -> letter(request, kind, language, date.at(), late(request, date, language)));
        };
    }

    private Map<String, String> late(CertificateRequest request, MissedRows.Missed date, Locale language) {
        var newDate =
                Objects.requireNonNullElse(date.newDate(), request.terms().due().at());
        return Map.of(
                "addressee",
                addressee(request),
                "reason",
                law.texts().delay(date.stood()).in(language),
                "newDate",
                hour(newDate));
    }

    /// Who filed the dossier: the person themselves, who asked for them, or an organisation.
    private static String addressee(CertificateRequest request) {
        var requester = request.requester();
        var organisation = requester.citizen() == null ? requester.organisation() : null;
        return Objects.requireNonNullElse(
                organisation,
                Objects.requireNonNullElse(requester.name(), request.applicant().fullName()));
    }

    private Map<String, String> asked(OfficerAction deed, Locale language) {
        var content = Objects.requireNonNull(deed.content());
        var ready = law.texts()
                .supplement(Objects.requireNonNull(content.code()))
                .map(words -> words.in(language))
                .orElse("");
        var wanted = content.text().isEmpty() ? "- " + ready : "- " + ready + "\n- " + content.text();
        return Map.of("wanted", wanted, "until", hour(Objects.requireNonNull(content.until())));
    }

    private Letter letter(
            CertificateRequest request, LetterKind kind, Locale language, Instant at, Map<String, String> more) {
        var received = Law.dayOf(request.receivedAt());
        var agency = law.agencyByRule(request.terms().agencyRule());
        var values = new HashMap<>(more);
        values.put("fullName", request.applicant().fullName());
        values.put("dossierCode", request.dossierCode().value());
        values.put(
                "kind", law.kind(request.application().kind(), received).name().in(language));
        values.put("receivedOn", DAY.format(received));
        values.put("agency", agency.name().in(language));
        values.put("parent", agency.parent());
        values.put("place", agency.place());
        values.put("writtenOn", writtenOn(Law.dayOf(at), language));
        var template = template(law.letter(kind, Law.dayOf(at)).files(), language);
        return Letter.of(kind, request.dossierCode().value(), template, values, at);
    }

    private String template(Words names, Locale language) {
        return templates.computeIfAbsent(names.in(language), this::read);
    }

    private String read(String file) {
        try (var lines = new BufferedReader(files.open(file))) {
            return lines.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String writtenOn(LocalDate day, Locale language) {
        return new Words(new SpelledDate(day).text(), DAY.format(day)).in(language);
    }

    private static String hour(Instant moment) {
        return HOUR.format(moment.atZone(Law.ZONE));
    }
}
