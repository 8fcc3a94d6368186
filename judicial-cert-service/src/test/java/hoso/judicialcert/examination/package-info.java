/// Tests of the feature examination.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.examination;
