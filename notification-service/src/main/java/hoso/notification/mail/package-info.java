/// E-mail: composing it safely, handing it to a mail server, and knowing how far that went.
@org.jspecify.annotations.NullMarked
package hoso.notification.mail;
