package hoso.judicialcert.fee;

import hoso.chassis.personal.Sensitive;

/// The account money came from, as the bank told it: where what is not needed goes back to.
///
/// @param bin the bank's number, 6 digits
/// @param holder the name on the account
public record Payer(String bin, String account, String holder) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
