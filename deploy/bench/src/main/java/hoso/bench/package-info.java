/// The benchmarks behind `./hoso bench`: each ends with one line of figures.
@org.jspecify.annotations.NullMarked
package hoso.bench;
