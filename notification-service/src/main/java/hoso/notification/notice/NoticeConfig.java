package hoso.notification.notice;

import hoso.notification.template.Notice;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Set;

/// Which news goes out by mail beside the app, and where its links lead.
@ConfigMapping(prefix = "notification.notices")
interface NoticeConfig {

    Set<Notice> byMail();

    /// The gateway as citizens see it.
    URI publicUrl();
}
