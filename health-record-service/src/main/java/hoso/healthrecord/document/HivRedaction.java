package hoso.healthrecord.document;

import hoso.healthrecord.hiv.CodeSystem;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.hiv.HivRules.Degree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the app may never show of HIV, at a visit that was read before. A visit for HIV care is shown only as "where,
/// when, what kind of care", because its drugs and tests tell the diagnosis by themselves. In any other visit the items
/// that speak of HIV are left out, such as the routine test before an operation.
///
/// The readers of both formats leave them out of a document that arrives, where each code has its system.
/// This class looks again at what was kept under older rules: a stricter rule takes effect with the next reading.
public final class HivRedaction {
    private static final Set<Further.Kind> DRUGS =
            Set.of(Further.Kind.DRUG, Further.Kind.DISPENSED_DRUG, Further.Kind.ADMINISTERED_DRUG);

    private HivRedaction() {}

    /// The visit as the rules of today let the app show it.
    public static Visit again(Visit visit) {
        return visit.disclosure().rules() == HivRules.VERSION ? visit : looked(visit);
    }

    private static Visit looked(Visit visit) {
        var all = visit.findings();
        if (visit.disclosure().hivCare() || all.diagnoses().stream().anyMatch(HivRedaction::care)) {
            return onlyWhereAndWhen(visit);
        }
        var shown = shown(all);
        var header =
                HivRules.text(visit.header().facilityName()) ? visit.header().withoutFacilityName() : visit.header();
        var withheld = !shown.equals(all) || visit.disclosure().withheld();
        return new Visit(header, shown, new Disclosure(false, withheld), visit.origin());
    }

    /// All that may be told of a visit for HIV care.
    public static Visit onlyWhereAndWhen(Visit visit) {
        var bare = visit.withoutFindings();
        return new Visit(
                bare.header().withoutFacilityName(), bare.findings(), new Disclosure(true, true), bare.origin());
    }

    /// Releases that kept no system kept the code of any.
    private static @Nullable Degree degree(Visit.Diagnosis diagnosis) {
        return HivRules.code(CodeSystem.of(diagnosis.system()), diagnosis.code());
    }

    private static boolean care(Visit.Diagnosis diagnosis) {
        var degree = degree(diagnosis);
        return degree == Degree.CARE
                || (degree == null && (HivRules.diagnosis(diagnosis.text()) || HivRules.text(diagnosis.code())));
    }

    private static Visit.Findings shown(Visit.Findings all) {
        var keptBack = drugs(all);
        return new Visit.Findings(
                clean(all.reason()),
                clean(all.treatment()),
                clean(all.advice()),
                all.diagnoses().stream().filter(one -> degree(one) == null).toList(),
                remaining(all.drugs(), keptBack, 0),
                all.services().stream()
                        .filter(one -> !coded(one.code()) && !HivRules.text(one.name()))
                        .toList(),
                all.tests().stream()
                        .filter(one -> !coded(one.code())
                                && !HivRules.text(
                                        one.name(),
                                        one.value(),
                                        one.description(),
                                        one.conclusion(),
                                        one.range(),
                                        one.absent(),
                                        one.panel()))
                        .toList(),
                all.progress().stream()
                        .filter(note -> !HivRules.text(note.text()))
                        .toList(),
                all.reexaminations(),
                all.referral() == null ? null : shown(all.referral()),
                shown(all, keptBack));
    }

    /// Which drugs are kept back: those that were ordered, then those among the items, then those set aside. They are
    /// looked at together, because two that were handed out in different ways are one treatment.
    private static List<Boolean> drugs(Visit.Findings all) {
        var names = new ArrayList<String>();
        var known = new ArrayList<Boolean>();
        for (var drug : all.drugs()) {
            names.add(Objects.requireNonNullElse(drug.name(), ""));
            known.add(coded(drug.code()) || HivRules.text(drug.name(), drug.dose(), drug.directions()));
        }
        for (var item : all.further().items()) {
            names.add(DRUGS.contains(item.kind()) ? Objects.requireNonNullElse(item.name(), "") : "");
            known.add(DRUGS.contains(item.kind()) && speaks(item.kind(), item.code(), item.name(), item.detail()));
        }
        for (var item : all.further().setAside()) {
            names.add(DRUGS.contains(item.kind()) ? Objects.requireNonNullElse(item.name(), "") : "");
            known.add(DRUGS.contains(item.kind()) && speaks(item.kind(), item.code(), item.name(), item.reason()));
        }
        return HivRules.drugs(names, known);
    }

    private static <T> List<T> remaining(List<T> all, List<Boolean> keptBack, int from) {
        return IntStream.range(0, all.size())
                .filter(i -> !keptBack.get(from + i))
                .mapToObj(all::get)
                .toList();
    }

    /// A diagnosis among what is set aside is none, so that it is left out and the rest of the visit shown.
    private static Further shown(Visit.Findings all, List<Boolean> keptBack) {
        var further = all.further();
        var items = all.drugs().size();
        var setAside = items + further.items().size();
        return new Further(
                remaining(further.items(), keptBack, items).stream()
                        .filter(item -> !speaks(item.kind(), item.code(), item.name(), item.detail()))
                        .toList(),
                remaining(further.setAside(), keptBack, setAside).stream()
                        .filter(item -> !speaks(item.kind(), item.code(), item.name(), item.reason()))
                        .toList(),
                further.also());
    }

    private static boolean speaks(
            Further.Kind kind, @Nullable String code, @Nullable String name, @Nullable String more) {
        return coded(code) || HivRules.text(name, more) || (kind == Further.Kind.DIAGNOSIS && HivRules.diagnosis(name));
    }

    private static boolean coded(@Nullable String code) {
        return HivRules.code(CodeSystem.UNNAMED, code) != null || HivRules.text(code);
    }

    private static Visit.Referral shown(Visit.Referral referral) {
        return new Visit.Referral(
                referral.number(), referral.toFacility(), clean(referral.diagnosis()), clean(referral.direction()));
    }

    private static @Nullable String clean(@Nullable String text) {
        return HivRules.diagnosis(text) ? null : text;
    }
}
