package hoso.judicialcert.person;

import hoso.chassis.personal.Sensitive;

/// A place in Viet Nam; codes are text with leading zeros, and the text is as the register gave it.
public record Address(String line, String communeCode, String provinceCode, String text) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
