package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.typeface.PrintableText;

/// Liberation Serif, which has the measures of the Times New Roman that Decree 30/2020 asks for, and its
/// licence. Parsed once; each document embeds the letters it uses.
final class Fonts {
    private final Set set = new Set(
            new Typeface(PrintableText.FACES.get(0), false),
            new Typeface(PrintableText.FACES.get(1), false),
            new Typeface(PrintableText.FACES.get(2), true));

    /// The faces of a document.
    record Set(Typeface regular, Typeface bold, Typeface italic) {}

    Set set() {
        return set;
    }
}
