/// How bodies are read, the same in every service.
@org.jspecify.annotations.NullMarked
package hoso.chassis.json;
