/// The parts of the system: what each is started with, where it listens, how it is seen to be ready.
@org.jspecify.annotations.NullMarked
package hoso.local.part;
