/// Citizens: enrolment, the snapshot of the register, personal numbers and their history, contact points.
@org.jspecify.annotations.NullMarked
package hoso.identity.citizen;
