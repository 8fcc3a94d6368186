package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.person.CertificateId;
import org.jspecify.annotations.Nullable;

/// What is asked for.
///
/// @param waiver what is to lower the fee, if anything: an officer decides
/// @param banInformation whether certificate No. 1 is to tell about bans on posts; left out unless asked for
/// @param livedElsewhere whether the person lived in several provinces or abroad, which the law gives more time for
/// @param copies paper copies, if a letter is wanted
/// @param email whether a mail is to tell that the certificate is there
/// @param post where the paper goes; null when none is wanted
/// @param corrects the certificate that is said to be wrong; null when none is
public record Application(
        CertificateKind kind,
        Channel channel,
        FeeCategory feeCategory,
        @Nullable WaiverClaim waiver,
        String purpose,
        boolean banInformation,
        boolean livedElsewhere,
        int copies,
        boolean email,
        @Nullable Recipient post,
        @Nullable CertificateId corrects)
        implements Sensitive {

    public int paperCopies() {
        return post == null ? 0 : copies;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
