package hoso.judicialcert.person;

import hoso.chassis.personal.Hidden;

/// A place in Viet Nam; codes are text with leading zeros, and the text is as the register gave it.
public record Address(String line, String communeCode, String provinceCode, String text) implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
