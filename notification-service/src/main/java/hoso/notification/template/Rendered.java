package hoso.notification.template;

/// A message ready to be read: the same words as plain text and as HTML.
///
/// @param subject one line
/// @param html a whole page without style, script or picture, which a screen reader reads as it stands
public record Rendered(String subject, String text, String html) {}
