@org.jspecify.annotations.NullMarked
package wrong.clinic.cabinet;
