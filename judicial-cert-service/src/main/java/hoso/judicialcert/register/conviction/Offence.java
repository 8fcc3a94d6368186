package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One of the offences of a judgment, in the terms expungement is decided in. What is null was not told, and is never
/// guessed.
///
/// @param chapter of the Penal Code of 2015, in Roman numerals
public record Offence(
        @Nullable LocalDate committedOn,
        @Nullable Gravity gravity,
        @Nullable Intent intent,
        @Nullable String chapter) {}
