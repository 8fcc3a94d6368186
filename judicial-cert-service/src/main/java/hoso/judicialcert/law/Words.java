package hoso.judicialcert.law;

import java.util.Locale;

/// The same thing said in Vietnamese and in English.
public record Words(String vi, String en) {

    /// In the language asked for; Vietnamese unless it is English.
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : vi;
    }
}
