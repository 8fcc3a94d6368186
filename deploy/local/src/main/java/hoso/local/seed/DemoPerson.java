package hoso.local.seed;

import java.util.List;

/// A person one can log in as. All numbers begin with 003, which no province has.
public record DemoPerson(
        String username, String personalNumber, String email, String phone, int accountLevel, String told) {

    public static final List<DemoPerson> ALL = List.of(
            new DemoPerson(
                    "lan", "003185000017", "lan@example.vn", "0912000001", 2, "clean record, one hospital visit"),
            new DemoPerson("minh", "003085000017", "minh@example.vn", "0912000002", 2, "a conviction not yet expunged"),
            new DemoPerson("hoa", "003305000111", "hoa@example.vn", "0912000003", 1, "account of level 1 only"));
}
