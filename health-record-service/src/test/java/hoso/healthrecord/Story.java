package hoso.healthrecord;

import static io.restassured.RestAssured.given;

import hoso.chassis.testing.Tokens;
import hoso.healthrecord.document.Documents;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// One made-up person per test, and what hospitals and the person do.
public final class Story {
    public static final String NAME = "NGUYỄN THỊ THỬ NGHIỆM";
    public static final String TOPIC = "health-record.records.v1";
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicInteger EPISODES = new AtomicInteger();

    public final String number = "003185%06d".formatted(100 + PEOPLE.incrementAndGet());
    public final UUID citizen = UUID.randomUUID();

    public static String episode() {
        return "SYN-01000-%06d".formatted(EPISODES.incrementAndGet());
    }

    /// A claim about this person.
    public Documents claim(String episode) {
        return Documents.claim().with("SYN-79001-20260915-000001", episode).with("003185000017", number);
    }

    public static RequestSpecification hospital(String facility) {
        return given().auth()
                .oauth2(Tokens.machine("hospital-" + facility, "facility", facility))
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    public static ValidatableResponse sends(byte[] claim) {
        return hospital("01000")
                .contentType("application/xml")
                .body(claim)
                .post("/visits")
                .then();
    }

    public RequestSpecification citizen() {
        return given().auth().oauth2(Tokens.citizen(citizen));
    }

    public ValidatableResponse integrates() {
        return integrates(UUID.randomUUID().toString());
    }

    public ValidatableResponse integrates(String key) {
        return citizen()
                .header("Idempotency-Key", key)
                .post("/records/me/integration")
                .then();
    }
}
