package hoso.judicialcert.fee;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A payment as text for a QR code that every Vietnamese banking app reads (NAPAS QR format 1.0, after
/// EMVCo): fields of two digits tag, two digits length and value, the last a checksum over all before it.
///
/// @param bin the bank's number, 6 digits
/// @param account up to 19 letters and digits
/// @param amount in đồng
/// @param purpose up to 25 printable ASCII characters
public record VietQr(String bin, String account, long amount, String purpose) {
    private static final Pattern BIN = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,19}");
    private static final Pattern PURPOSE = Pattern.compile("[\\x20-\\x7E]{1,25}");
    private static final String NAPAS = "A000000727";
    private static final String TO_ACCOUNT = "QRIBFTTA";
    private static final int POLYNOMIAL = 0x1021;

    public VietQr {
        require(BIN.matcher(bin).matches(), "bank number");
        require(ACCOUNT.matcher(account).matches(), "account");
        require(amount > 0 && String.valueOf(amount).length() <= 13, "amount");
        require(PURPOSE.matcher(purpose).matches(), "purpose");
    }

    /// What the QR code holds.
    public String payload() {
        var beneficiary = field("00", bin) + field("01", account);
        var merchant = field("00", NAPAS) + field("01", beneficiary) + field("02", TO_ACCOUNT);
        var unsealed = field("00", "01")
                + field("01", "12")
                + field("38", merchant)
                + field("53", "704")
                + field("54", String.valueOf(amount))
                + field("58", "VN")
                + field("62", field("08", purpose))
                + "6304";
        return unsealed + String.format("%04X", checksum(unsealed));
    }

    /// CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing reflected, nothing inverted.
    static int checksum(String text) {
        var crc = 0xFFFF;
        for (var octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (octet & 0xFF) << 8;
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    private static String field(String tag, String value) {
        return tag + String.format("%02d", value.length()) + value;
    }

    private static void require(boolean holds, String part) {
        if (!holds) {
            throw new IllegalArgumentException("not a VietQR " + part);
        }
    }
}
