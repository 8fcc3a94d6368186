/// The contracts of the running services, read as data: what checks are generated from.
@org.jspecify.annotations.NullMarked
package hoso.check.contract;
