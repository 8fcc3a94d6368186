package hoso.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.notification.delivery.About;
import hoso.notification.delivery.Channel;
import hoso.notification.notice.IncomingEvents.OfRequest;
import hoso.notification.notice.IncomingEvents.OfShare;
import hoso.notification.notice.IncomingEvents.Wanted;
import hoso.notification.template.Notice;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class NotificationReaderTest {
    private static final UUID REQUEST = new UUID(1, 1);
    private static final UUID CITIZEN = new UUID(1, 2);
    private static final UUID CERTIFICATE = new UUID(1, 3);
    private static final Set<Notice> BY_MAIL = Set.of(Notice.REQUEST_ACCEPTED);

    @ParameterizedTest
    @CsvSource({"true,true,'EMAIL,POST'", "true,false,EMAIL", "false,true,POST", "false,false,''"})
    void aCertificateGoesTheWaysItsRequestSays(boolean email, boolean post, String channels) {
        var heard = new OfRequest(
                REQUEST, CITIZEN, "G22", null, CERTIFICATE, new Wanted(email, post), null, null, null, null);

        var news = NotificationReader.ofRequest(Notice.CERTIFICATE_ISSUED, heard, 7, BY_MAIL);

        assertThat(String.join(
                        ",",
                        news.channels().stream().map(Channel::name).sorted().toList()))
                .isEqualTo(channels);
        assertThat(news.about().certificate()).isEqualTo(CERTIFICATE);
        assertThat(news.about().sequence()).isEqualTo(7);
    }

    @Test
    void otherNewsGoesByMailWhereItIsConfigured() {
        var heard = new OfRequest(REQUEST, CITIZEN, "G22", 200_000L, null, null, null, null, null, null);

        assertThat(NotificationReader.ofRequest(Notice.REQUEST_ACCEPTED, heard, 1, BY_MAIL)
                        .channels())
                .containsExactly(Channel.EMAIL);
        assertThat(NotificationReader.ofRequest(Notice.FEE_PAID, heard, 1, BY_MAIL)
                        .channels())
                .isEmpty();
    }

    @Test
    void aShareThatWasOpenedIsToldInTheAppOncePerUse() {
        var news = NotificationReader.ofShare(
                NotificationReader.notice("CertificateShareOpened").orElseThrow(),
                new OfShare(REQUEST, CITIZEN),
                3,
                BY_MAIL);

        assertThat(news.notice()).isEqualTo(Notice.CERTIFICATE_SHARE_OPENED);
        assertThat(news.citizen()).isEqualTo(CITIZEN);
        assertThat(news.channels()).isEmpty();
        assertThat(news.about()).isEqualTo(new About(About.Kind.CERTIFICATE_SHARE, REQUEST, null, 3));
        assertThat(NotificationReader.notice("CertificateShared")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RecordShareOpened, RECORD_SHARE_OPENED",
        "RecordShareLocked, RECORD_SHARE_LOCKED",
        "RecordShareEnded, RECORD_SHARE_ENDED"
    })
    void whatBecomesOfALinkToARecordIsTold(String event, Notice told) {
        var notice = NotificationReader.notice(event).orElseThrow();

        var news = NotificationReader.ofShare(notice, new OfShare(REQUEST, CITIZEN), 3, BY_MAIL);

        assertThat(news.notice()).isEqualTo(told);
        assertThat(news.about()).isEqualTo(new About(About.Kind.RECORD_SHARE, REQUEST, null, 3));
    }

    @Test
    void anEventThatIsNoNewsIsLeftAlone() {
        assertThat(NotificationReader.notice("CertificateRequested")).isEmpty();
        assertThat(NotificationReader.notice("VisitRecorded")).isEmpty();
        assertThat(NotificationReader.notice("SomethingNew")).isEmpty();
    }

    @Test
    void anAmountIsWrittenAsInVietNam() {
        assertThat(NotificationReader.dong(200_000)).isEqualTo("200.000 đ");
    }
}
