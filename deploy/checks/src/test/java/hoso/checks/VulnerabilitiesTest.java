package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class VulnerabilitiesTest {
    private static final List<Vulnerability> WRONG = Vulnerability.read(Json.documents("""
                    - {id: CVE-1, component: 'org.example:oven', mended: 2.0.1, found: 2026-11-30, reason: it burns}
                    - {id: CVE-2, component: 'org.example:mill-*', from: '3.0', mended: 3.0.10, found: 2026-11-30, reason: it stops}
                    - {id: CVE-3, component: 'org.example:shop', mended: '2', found: 2026-11-30, reason: it leaks,
                       until: 2026-12-31, accepted: nobody shops at night}
                    """));

    static List<String> shipped() {
        return Bill.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingThatIsKnownToDoHarmIsHandedOut(String part) {
        Assumptions.assumeTrue(Bill.isThere(part) || !Bill.IS_OFFLINE, "without network (mvn -o) no bill is written");
        var bill = Bill.of(part);

        assertThat(bill.components()).hasSizeGreaterThan(10);
        assertThat(bill.complaints(Vulnerability.all())).isEmpty();
    }

    @Test
    void everyServiceHasABill() {
        assertThat(Bill.SHIPPED).containsAll(Part.promising().map(Part::folder).toList());
    }

    @Test
    void everyEntrySaysSinceWhenAndWhy() {
        assertThat(Vulnerability.all())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.lacks()).as(one.id()).isEmpty());
    }

    @Test
    void anEntryThatDoesNotSayWhyIsFound() {
        var wrong = Vulnerability.read(Json.documents("""
                        - {id: CVE-4, component: 'a:b', mended: '1', found: lately, until: 2026-12-31}
                        """));

        assertThat(wrong.getFirst().lacks()).containsExactly("reason", "found as a date", "accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "oven, 2.0.0, 2026-11-30, CVE-1",
        "oven, 2.0.1, 2026-11-30, ",
        "oven, 2.0.1.Final, 2026-11-30, ",
        "oven, 10.0, 2026-11-30, ",
        "ovens, 1.0, 2026-11-30, ",
        "mill-stone, 3.0.9, 2026-11-30, CVE-2",
        "mill-stone, 3.0.10, 2026-11-30, ",
        "mill-stone, 2.9, 2026-11-30, ",
        "shop, 1.9, 2026-12-31, ",
        "shop, 1.9, 2027-01-01, CVE-3"
    })
    void aComponentKnownToDoHarmIsFound(String name, String version, String day, String found) {
        var bill = Bill.read("shop", Json.parse("""
                        {"metadata": {"timestamp": "%sT23:00:00Z"},
                         "components": [{"group": "org.example", "name": "%s", "version": "%s"}]}
                        """.formatted(day, name, version)));

        var complaints = bill.complaints(WRONG);

        if (found == null) {
            assertThat(complaints).isEmpty();
        } else {
            assertThat(complaints).singleElement().asString().contains(found, name, version);
        }
    }
}
