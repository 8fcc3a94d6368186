/// Servers and services as processes of their own: started, killed, started again, measured from outside.
@org.jspecify.annotations.NullMarked
package hoso.bench.parts;
