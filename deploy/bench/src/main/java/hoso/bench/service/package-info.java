/// The service under the benchmarks: as small as one can be, on the chassis all services stand on.
@org.jspecify.annotations.NullMarked
package hoso.bench.service;
