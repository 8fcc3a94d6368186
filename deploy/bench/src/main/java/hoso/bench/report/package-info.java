/// What all benchmarks share: how they are asked, how they tell their progress, how they give their figures.
@org.jspecify.annotations.NullMarked
package hoso.bench.report;
