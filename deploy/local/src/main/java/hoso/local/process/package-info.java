/// Processes of the machine: how they are bound to the launcher, seen to get on, and ended.
@org.jspecify.annotations.NullMarked
package hoso.local.process;
