package hoso.judicialcert.fee;

import hoso.chassis.personal.Hidden;

/// The account money came from, as the bank told it: where what is not needed goes back to.
///
/// @param bin the bank's number, 6 digits
/// @param holder the name on the account
public record Payer(String bin, String account, String holder) implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
