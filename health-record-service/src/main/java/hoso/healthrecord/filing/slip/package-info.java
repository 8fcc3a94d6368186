/// Referral letters and re-examination slips: how long each is valid, and that each is used once.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.filing.slip;
