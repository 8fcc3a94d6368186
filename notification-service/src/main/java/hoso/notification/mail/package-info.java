/// E-mail: composing it safely, handing it to a mail server, and knowing how far that went.
@hoso.chassis.layer.Adapter(
        value = "writes MIME and speaks SMTP",
        knows = {"jakarta.mail", "org.eclipse.angus", "javax.net"})
@org.jspecify.annotations.NullMarked
package hoso.notification.mail;
