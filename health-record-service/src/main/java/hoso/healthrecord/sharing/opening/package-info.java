/// Where whoever has a link opens it, by the protocol of SMART Health Links.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.opening;
