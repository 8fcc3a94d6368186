package hoso.judicialcert.officer.casework;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.Citizen;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Cases that wait for an officer, for tests.
public final class Cases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Cases() {}

    /// Somebody asks who looks like somebody on record.
    public static String uncertain(Citizen citizen) {
        Citizen.courtSends("", citizen.fullName(), citizen.birthDate(), "9" + COUNT.incrementAndGet() + "/2020/HSST")
                .then()
                .statusCode(201);
        return paid(citizen);
    }

    /// Somebody asks who is on record.
    public static String onRecord(Citizen citizen) {
        Citizen.courtSends(
                        citizen.number(),
                        citizen.fullName(),
                        citizen.birthDate(),
                        "8" + COUNT.incrementAndGet() + "/2020/HSST")
                .then()
                .statusCode(201);
        return paid(citizen);
    }

    private static String paid(Citizen citizen) {
        var request = citizen.requests();
        assertThat(Citizen.pays(request, request.getLong("fee.amount"))).isEqualTo("SETTLED");
        var id = request.getString("requestId");
        citizen.waitsFor(id, "REFERRED");
        return id;
    }

    /// Somebody nobody was like before: names are never alike.
    public static Citizen somebody() {
        return Citizen.named("PHẠM THỊ VÍ DỤ " + letters(COUNT.incrementAndGet()));
    }

    private static String letters(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) number, (byte) (number >> 8)})
                .toString()
                .replaceAll("[0-9-]", "")
                .toUpperCase(java.util.Locale.ROOT);
    }
}
