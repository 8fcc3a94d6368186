@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.opening;
