package hoso.local.bank;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A VietQR payment code as a banking app reads it (EMVCo tag-length-value with a checksum at its end).
record VietQr(String bin, String account, Optional<Long> amount, String content) {

    /// What is wrong with a code that a customer scanned.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final String NAPAS = "A000000727";

    static VietQr read(String code) throws Unreadable {
        if (code.length() < 8 || !code.startsWith("6304", code.length() - 8)) {
            throw new Unreadable("the checksum is missing");
        }
        var said = code.substring(code.length() - 4);
        if (!said.equalsIgnoreCase(crc(code.substring(0, code.length() - 4)))) {
            throw new Unreadable("the checksum is wrong");
        }
        var fields = fields(code);
        if (!"01".equals(fields.get("00"))) {
            throw new Unreadable("not a payment code of version 01");
        }
        if (!"704".equals(fields.get("53")) || !"VN".equals(fields.get("58"))) {
            throw new Unreadable("not a payment in đồng within Việt Nam");
        }
        var transfer = fields(fields.getOrDefault("38", ""));
        if (!NAPAS.equals(transfer.get("00"))) {
            throw new Unreadable("not a NAPAS transfer");
        }
        var payee = fields(transfer.getOrDefault("01", ""));
        var bin = payee.getOrDefault("00", "");
        var account = payee.getOrDefault("01", "");
        if (!bin.matches("\\d{6}") || account.isEmpty() || account.length() > 19) {
            throw new Unreadable("the payee is incomplete");
        }
        var additional = fields(fields.getOrDefault("62", ""));
        return new VietQr(bin, account, amount(fields), additional.getOrDefault("08", ""));
    }

    private static Optional<Long> amount(Map<String, String> fields) throws Unreadable {
        var text = fields.get("54");
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,13}")) {
            throw new Unreadable("the amount is not a whole number of đồng");
        }
        return Optional.of(Long.parseLong(text));
    }

    private static Map<String, String> fields(String text) throws Unreadable {
        var fields = new LinkedHashMap<String, String>();
        var at = 0;
        while (at < text.length()) {
            if (at + 4 > text.length() || !text.substring(at, at + 4).matches("\\d{4}")) {
                throw new Unreadable("a field has no number and length");
            }
            var end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
            if (end > text.length()) {
                throw new Unreadable("field " + text.substring(at, at + 2) + " is cut off");
            }
            if (fields.put(text.substring(at, at + 2), text.substring(at + 4, end)) != null) {
                throw new Unreadable("field " + text.substring(at, at + 2) + " is given twice");
            }
            at = end;
        }
        return fields;
    }

    /// CRC-16/CCITT-FALSE: polynomial 0x1021, starts at 0xFFFF, nothing reflected.
    static String crc(String text) {
        var crc = 0xFFFF;
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xFF) << 8;
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return String.format(Locale.ROOT, "%04X", crc);
    }
}
