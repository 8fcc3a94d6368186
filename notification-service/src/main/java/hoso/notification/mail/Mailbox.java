package hoso.notification.mail;

import hoso.chassis.personal.Sensitive;
import java.util.regex.Pattern;

/// Where one mail goes. Known for the length of one attempt and never stored.
record Mailbox(String address) implements Sensitive {
    private static final Pattern SAFE = Pattern.compile("[!-?A-~]+@[a-z0-9.-]+");

    /// The identity service checks addresses when they are entered; here the last door before a header checks again.
    boolean isSafe() {
        return address.length() <= 254 && SAFE.matcher(address).matches();
    }

    /// Enough for its owner to recognise it: `l***@example.vn`.
    String masked() {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
