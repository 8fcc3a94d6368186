package hoso.notification.letter;

import hoso.chassis.personal.Sensitive;

/// What the carrier gets: to whom, where, and the paper to print. Known for the length of one attempt and never stored.
///
/// @param document the signed PDF
record Envelope(String recipient, String phone, String address, int copies, byte[] document) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
