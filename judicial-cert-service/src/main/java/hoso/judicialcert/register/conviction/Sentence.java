package hoso.judicialcert.register.conviction;

import java.util.List;

/// What a judgment pronounced, in the terms expungement is counted in; the words of the court stand beside it.
///
/// @param civilObligations whether there are any, such as damages (Penal Code Art. 46-48)
/// @param courtFee whether there is one
/// @param reformSchool whether a judicial measure for the young took the place of a penalty (Art. 107.1.c)
public record Sentence(
        List<Offence> offences,
        MainPenalty mainPenalty,
        List<AdditionalPenalty> additionalPenalties,
        boolean civilObligations,
        boolean courtFee,
        boolean reformSchool) {}
