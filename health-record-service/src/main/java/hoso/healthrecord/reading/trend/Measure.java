package hoso.healthrecord.reading.trend;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What people follow over time, by the codes of LOINC and by those that laboratories here write (`MA_CHI_SO`).
enum Measure {
    BLOOD_PRESSURE("8480-6 8462-4"),
    GLUCOSE("2345-7 2339-0 15074-8 14749-6 14771-0 1558-6 41653-7 GLU GLUCOSE"),
    HBA1C("4548-4 17856-6 59261-8 HBA1C HbA1c"),
    WEIGHT("29463-7 3141-9");

    private final String codes;

    Measure(String codes) {
        this.codes = codes;
    }

    Set<String> codes() {
        return Set.of(codes.split(" ", -1));
    }

    static Optional<Measure> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
