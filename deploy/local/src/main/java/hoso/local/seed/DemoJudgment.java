package hoso.local.seed;

import java.util.LinkedHashMap;
import java.util.Map;

/// The judgment that stands against minh: its penalty is not served yet, so it is not expunged.
final class DemoJudgment {

    private DemoJudgment() {}

    static Map<String, Object> json() {
        var person = new LinkedHashMap<String, Object>();
        person.put("personalNumber", "003085000017");
        person.put("fullName", "TRẦN VĂN THỬ");
        person.put("birthDate", "1985-06-02");

        var judgment = new LinkedHashMap<String, Object>();
        judgment.put("number", "123/2025/HS-ST");
        judgment.put("sentencedOn", "2025-04-22");
        judgment.put("court", "Tòa án nhân dân Thành phố Hà Nội");
        judgment.put("person", person);
        judgment.put("offence", "Trộm cắp tài sản");
        judgment.put("articles", "Điều 173 khoản 1");
        judgment.put("penalty", "18 tháng tù cho hưởng án treo");
        judgment.put("additionalPenalty", null);
        judgment.put("expungedOn", null);
        return judgment;
    }
}
