package hoso.judicialcert.intake;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.request.filing.RequestBody;
import hoso.judicialcert.request.lifecycle.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A dossier as the National Public Service Portal sends it: the same form as in the app, and who it is about.
///
/// @param asker who asks, where it is not the person themselves
/// @param papers files that show that one may ask for another, such as a birth certificate
record PortalBody(
        @Nullable String portalCode,
        @Nullable PersonBody person,
        @Nullable Capacity capacity,
        @Nullable PersonBody asker,
        @Nullable List<UUID> papers,
        @Nullable RequestBody form)
        implements Sensitive {
    static final Pattern CODE = Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z.-]{0,62}[0-9A-Za-z])?");
    private static final int MAX_FILES = 10;

    /// A dossier that can be filed.
    ///
    /// @param asker the person themselves where they ask
    record Dossier(
            String code, Person person, Capacity capacity, Person asker, List<UUID> papers, Application application)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What is wrong with it is told all at once, but for the form, which is told first.
    Dossier dossier() {
        var errors = new ArrayList<FieldError>();
        if (form == null) {
            throw Problem.invalid(List.of(FieldError.of("/form", "required"))).raise();
        }
        var application = form.application(Channel.PORTAL, "/form");
        if (form.namesAnother()) {
            errors.add(FieldError.of("/form/about", "unknown"));
        }
        var code = portalCode;
        if (code == null || !CODE.matcher(code).matches()) {
            errors.add(FieldError.of("/portalCode", "format"));
        }
        var files = Objects.requireNonNullElse(papers, List.<UUID>of());
        if (files.size() > MAX_FILES) {
            errors.add(FieldError.of("/papers", "too-many"));
        }
        if (files.stream().anyMatch(Objects::isNull)) {
            errors.add(FieldError.of("/papers", "required"));
        }
        check(capacity, errors);
        var about = PersonBody.of(person, "/person", errors);
        var by = capacity == Capacity.SELF ? about : PersonBody.of(asker, "/asker", errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new Dossier(
                Objects.requireNonNull(code),
                about.orElseThrow(),
                Objects.requireNonNull(capacity),
                by.orElseThrow(),
                files,
                application);
    }

    private static void check(@Nullable Capacity capacity, List<FieldError> errors) {
        switch (capacity) {
            case null -> errors.add(FieldError.of("/capacity", "required"));
            // Whether the law lets them ask by this way is decided with the rest.
            case SELF, PARENT, GUARDIAN, RELATIVE, AUTHORISED -> {}
            // Agencies ask in their own name.
            case AGENCY, PROCEDURE_AGENCY -> errors.add(FieldError.of("/capacity", "unknown"));
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
