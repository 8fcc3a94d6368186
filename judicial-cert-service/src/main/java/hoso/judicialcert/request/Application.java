package hoso.judicialcert.request;

import hoso.chassis.personal.Hidden;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import org.jspecify.annotations.Nullable;

/// What is asked for.
///
/// @param banInformation whether certificate No. 1 is to tell about bans on posts; left out unless asked for
/// @param copies paper copies, if a letter is wanted
/// @param email whether a mail is to tell that the certificate is there
/// @param post where the paper goes; null when none is wanted
public record Application(
        CertificateKind kind,
        Channel channel,
        FeeCategory feeCategory,
        String purpose,
        boolean banInformation,
        int copies,
        boolean email,
        @Nullable Recipient post)
        implements Hidden {

    int paperCopies() {
        return post == null ? 0 : copies;
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
