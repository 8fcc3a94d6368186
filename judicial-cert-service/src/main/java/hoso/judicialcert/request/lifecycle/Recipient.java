package hoso.judicialcert.request.lifecycle;

import hoso.chassis.personal.Sensitive;

/// To whom and where a paper certificate goes; postage is paid on receipt (Decree 216/2026 Art. 25.2).
public record Recipient(
        String recipient, String phone, String line, String communeCode, String provinceCode, String text)
        implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
