/// Requests that organisations file: the National Public Service Portal for persons, agencies about persons.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.intake;
