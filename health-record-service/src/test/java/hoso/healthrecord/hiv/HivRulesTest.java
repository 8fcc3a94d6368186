package hoso.healthrecord.hiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class HivRulesTest {
    private record Labelled(String kind, boolean hiv, String content) {
        boolean found() {
            return switch (kind) {
                case "TEXT" -> HivRules.text(content);
                case "DIAGNOSIS" -> HivRules.diagnosis(content);
                default -> HivRules.code(CodeSystem.valueOf(kind), content) != null;
            };
        }
    }

    @Test
    void allThatTellsOfHivIsFoundAndAtMostOneInAHundredOfTheRest() throws IOException {
        var all = labelled();
        var hiv = all.stream().filter(Labelled::hiv).toList();
        var others = all.stream().filter(Predicate.not(Labelled::hiv)).toList();

        var missed = hiv.stream().filter(Predicate.not(Labelled::found)).toList();
        var falseAlarms = others.stream().filter(Labelled::found).toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
        assertThat(hiv).hasSizeGreaterThan(150);
        assertThat(others).hasSizeGreaterThan(150);
        assertThat(missed).isEmpty();
        assertThat(falseAlarms.size() * 100).as("%s", falseAlarms).isLessThanOrEqualTo(others.size());
    }

    @Test
    void theWidestCodeOfSeveralDecides() {
        assertThat(HivRules.code(CodeSystem.ICD_10, "Z11.4")).isEqualTo(HivRules.Degree.ITEM);
        assertThat(HivRules.code(CodeSystem.ICD_10, "Z11.4;B20")).isEqualTo(HivRules.Degree.CARE);
        assertThat(HivRules.code(CodeSystem.ICD_10, "I10")).isNull();
    }

    @Test
    void drugsOfHepatitisBAreKeptBackBesideAnAntiretroviralOnly() {
        assertThat(HivRules.drugs(List.of("Tenofovir 300mg", "Paracetamol"), List.of(false, false)))
                .containsExactly(false, false);
        assertThat(HivRules.drugs(List.of("Tenofovir 300mg", "Dolutegravir"), List.of(false, true)))
                .containsExactly(true, true);
        assertThat(HivRules.drugs(List.of("Tenofovir 300mg", "Lamivudin", "Amlodipin"), List.of(false, false, false)))
                .containsExactly(true, true, false);
    }

    @Test
    void theSystemOfACodeIsKnownByItsAddress() {
        assertThat(CodeSystem.of("http://hl7.org/fhir/sid/icd-10")).isEqualTo(CodeSystem.ICD_10);
        assertThat(CodeSystem.of("http://hl7.org/fhir/sid/icd-10-cm")).isEqualTo(CodeSystem.ICD_10);
        assertThat(CodeSystem.of("http://fhir.ehealth.gov.vn/core/CodeSystem/vn-icd10"))
                .isEqualTo(CodeSystem.ICD_10);
        assertThat(CodeSystem.of("urn:oid:2.16.840.1.113883.6.96")).isEqualTo(CodeSystem.SNOMED_CT);
        assertThat(CodeSystem.of("http://snomed.info/sct")).isEqualTo(CodeSystem.SNOMED_CT);
        assertThat(CodeSystem.of("http://loinc.org")).isEqualTo(CodeSystem.LOINC);
        assertThat(CodeSystem.of("http://www.whocc.no/atc")).isEqualTo(CodeSystem.ATC);
        assertThat(CodeSystem.of("urn:bv:giuong")).isEqualTo(CodeSystem.OTHER);
        assertThat(CodeSystem.of("")).isEqualTo(CodeSystem.UNNAMED);
    }

    private static List<Labelled> labelled() throws IOException {
        try (var in = Objects.requireNonNull(HivRulesTest.class.getResourceAsStream("/hiv/labelled.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Labelled(parts[0], parts[1].equals("HIV"), parts[2]))
                    .toList();
        }
    }
}
