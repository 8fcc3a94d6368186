package hoso.judicialcert.sharing.share;

import hoso.chassis.personal.Sensitive;
import org.jspecify.annotations.Nullable;

/// For whom and what for a certificate is handed on, in the holder's words.
///
/// @param organisation the organisation's code, if the holder knows it
record ShareIntent(
        String purpose, String recipient, @Nullable String organisation) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
