package hoso.check.summary;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.BaseValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.jspecify.annotations.Nullable;

/// The validator of HL7 with the definitions of the International Patient Summary.
final class SummaryValidator {
    private static final String DEFINITIONS = "(StructureDefinition|ValueSet|CodeSystem)-.*\\.json";

    private final FhirContext context = FhirContext.forR4();
    private final FhirValidator validator;

    SummaryValidator(Packages packages) throws IOException, InterruptedException {
        var definitions = new PrePopulatedValidationSupport(context);
        for (var name : List.of(Packages.SUMMARY, Packages.TERMINOLOGY, Packages.EXTENSIONS)) {
            load(definitions, packages, name);
        }
        var core = new DefaultProfileValidationSupport(context);
        var chain = new ValidationSupportChain(
                core,
                definitions,
                new Unversioned(context, core, definitions),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new SnapshotGeneratingValidationSupport(context));
        validator = context.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(chain));
    }

    private void load(PrePopulatedValidationSupport into, Packages packages, String name)
            throws IOException, InterruptedException {
        try (var in = Files.newInputStream(packages.archive(name))) {
            var all = NpmPackage.fromPackage(in);
            for (var file : all.list("package")) {
                if (file.matches(DEFINITIONS)) {
                    try (var one = all.load("package", file)) {
                        into.addResource(context.newJsonParser()
                                .parseResource(new String(one.readAllBytes(), StandardCharsets.UTF_8)));
                    } catch (DataFormatException _) {
                        // A definition in a form of a later FHIR: no profile of the summary stands on it.
                    }
                }
            }
        }
    }

    /// What is wrong with a summary, each with its place.
    List<String> errors(String summary) {
        return validator.validateWithResult(summary).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    /// The profiles name others with a version (`…|4.0.1`), and definitions are kept under their names without one.
    private static final class Unversioned extends BaseValidationSupport {
        private final List<IValidationSupport> all;

        Unversioned(FhirContext context, IValidationSupport... all) {
            super(context);
            this.all = List.of(all);
        }

        @Override
        public @Nullable IBaseResource fetchStructureDefinition(@Nullable String url) {
            return find(url, IValidationSupport::fetchStructureDefinition);
        }

        @Override
        public @Nullable IBaseResource fetchValueSet(@Nullable String url) {
            return find(url, IValidationSupport::fetchValueSet);
        }

        @Override
        public @Nullable IBaseResource fetchCodeSystem(@Nullable String url) {
            return find(url, IValidationSupport::fetchCodeSystem);
        }

        @Override
        public boolean isValueSetSupported(ValidationSupportContext context, @Nullable String url) {
            return fetchValueSet(url) != null;
        }

        private interface Fetch {
            @Nullable
            IBaseResource from(IValidationSupport support, String url);
        }

        private @Nullable IBaseResource find(@Nullable String url, Fetch fetch) {
            var bar = url == null ? -1 : url.indexOf('|');
            if (url == null || bar < 0) {
                return null;
            }
            for (var support : all) {
                var found = fetch.from(support, url.substring(0, bar));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }
}
