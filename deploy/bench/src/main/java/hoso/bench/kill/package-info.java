/// What is left of promises when processes are killed at random points: counted from outside, afterwards.
@org.jspecify.annotations.NullMarked
package hoso.bench.kill;
