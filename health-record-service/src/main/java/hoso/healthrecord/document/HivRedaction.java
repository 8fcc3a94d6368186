package hoso.healthrecord.document;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the app may never show: HIV status and care. The Law on HIV/AIDS prevention lets it be told by the
/// treating facility only and face to face; the claim tables for it (XML6) are filtered out before anything is shown.
///
/// Two degrees. A visit for HIV care is shown only as "where, when, what kind of care", because its drugs and tests
/// tell the diagnosis by themselves. In any other visit the items that speak of HIV are left out, such as the routine
/// test before an operation. In both cases the document's bytes stay with the service.
final class HivRedaction {
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(?<![\\p{L}])(?:HIV(?:[12])?|AIDS|ARV|PrEP|PEP-HIV|CD4)(?![\\p{L}])|suy giảm miễn dịch mắc phải|suy giảm miễn dịch ở người",
            Pattern.UNICODE_CASE);

    /// ICD-10: B20-B24 HIV disease, Z21 carrier, R75 laboratory evidence, F02.4 dementia in HIV, O98.7 in pregnancy,
    /// Z20.6 contact, Z11.4 screening, Z71.7 counselling, Z83.0 in the family.
    private static final Pattern CODES = Pattern.compile(
            "(?:B2[0-4](?:\\..*)?|Z21|R75|F02\\.?4|O98\\.?7|Z20\\.?6|Z11\\.?4|Z71\\.?7|Z83\\.?0)[*†+]?");

    private HivRedaction() {}

    static boolean code(@Nullable String icd) {
        return icd != null && CODES.matcher(icd.strip()).matches();
    }

    static boolean text(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null
                    && WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                            .find()) {
                return true;
            }
        }
        return false;
    }

    /// The visit as the app may show it.
    static Visit shown(Visit visit, boolean hivTable) {
        var all = visit.findings();
        var hivCare = hivTable
                || visit.disclosure().hivCare()
                || all.diagnoses().stream()
                        .anyMatch(diagnosis -> code(diagnosis.code()) || text(diagnosis.code(), diagnosis.text()));
        if (hivCare) {
            return new Visit(withoutOutcome(visit.header()), Visit.Findings.NONE, new Visit.Disclosure(true, true));
        }
        var shown = shown(all);
        var isWithheld = !shown.equals(all) || visit.disclosure().withheld();
        return new Visit(visit.header(), shown, new Visit.Disclosure(false, isWithheld));
    }

    private static Visit.Header withoutOutcome(Visit.Header header) {
        return new Visit.Header(
                header.facility(),
                header.episode(),
                header.patient(),
                header.admittedAt(),
                header.dischargedAt(),
                header.careKind(),
                null);
    }

    private static Visit.Findings shown(Visit.Findings all) {
        return new Visit.Findings(
                clean(all.reason()),
                clean(all.treatment()),
                clean(all.advice()),
                all.diagnoses(),
                all.drugs().stream()
                        .filter(drug -> !text(drug.code(), drug.name(), drug.dose(), drug.directions()))
                        .toList(),
                all.services().stream()
                        .filter(service -> !text(service.code(), service.name()))
                        .toList(),
                all.tests().stream()
                        .filter(test -> !text(
                                test.code(),
                                test.name(),
                                test.value(),
                                test.description(),
                                test.conclusion(),
                                test.range(),
                                test.absent(),
                                test.panel()))
                        .toList(),
                all.progress().stream().filter(note -> !text(note.text())).toList(),
                all.reexaminations(),
                shown(all.referral()),
                shown(all.further()));
    }

    private static Further shown(Further all) {
        return new Further(
                all.items().stream()
                        .filter(item -> !code(item.code()) && !text(item.code(), item.name(), item.detail()))
                        .toList(),
                all.setAside().stream()
                        .filter(item -> !code(item.code()) && !text(item.code(), item.name(), item.reason()))
                        .toList(),
                all.also());
    }

    private static Visit.@Nullable Referral shown(Visit.@Nullable Referral referral) {
        return referral == null
                ? null
                : new Visit.Referral(
                        referral.number(),
                        referral.toFacility(),
                        clean(referral.diagnosis()),
                        clean(referral.direction()));
    }

    private static @Nullable String clean(@Nullable String text) {
        return text(text) ? null : text;
    }
}
