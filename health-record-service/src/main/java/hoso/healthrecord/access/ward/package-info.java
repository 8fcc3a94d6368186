/// Parents and guardians read in the record of a child or a ward, for as long as the register and the law let them.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.ward;
