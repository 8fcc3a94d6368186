/// SMART Health Cards for emergencies: what a rescuer must know, signed, in a QR code that is read without a network.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.card;
