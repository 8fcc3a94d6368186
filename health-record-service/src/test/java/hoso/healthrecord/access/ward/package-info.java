/// Tests of the feature.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.ward;
