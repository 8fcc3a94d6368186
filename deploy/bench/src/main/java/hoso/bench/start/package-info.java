/// How long the whole system takes to be ready, and what each service takes of time and memory.
@org.jspecify.annotations.NullMarked
package hoso.bench.start;
