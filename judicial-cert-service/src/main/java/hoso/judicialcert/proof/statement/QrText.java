package hoso.judicialcert.proof.statement;

import java.util.Optional;
import java.util.regex.Pattern;

/// The text of a QR code: `…/verify#CODE.SEAL`, or what stands after the `#`. Both parts stand after `#`, which
/// browsers do not send.
///
/// @param code the verification code, in groups of four
/// @param seal COSE_Sign1 (RFC 9052) over a [SignedQr]; empty on a code of the time before seals
public record QrText(String code, byte[] seal) {
    private static final int LONGEST = 4096;
    private static final Pattern FORM = Pattern.compile(
            "(?:[^#]*#)?(?<code>[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3})(?:\\.(?<seal>[A-Z2-7]+))?");

    /// Empty when it is no such text.
    public static Optional<QrText> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var seal = form.group("seal");
        return Base32.decode(seal == null ? "" : seal).map(bytes -> new QrText(form.group("code"), bytes));
    }

    public boolean isSealed() {
        return seal.length > 0;
    }

    /// What stands after the `#`.
    public String fragment() {
        return isSealed() ? code + "." + Base32.encode(seal) : code;
    }

    /// Whoever has the code may ask, so it is not printed.
    @Override
    public String toString() {
        return "SealText[***]";
    }
}
