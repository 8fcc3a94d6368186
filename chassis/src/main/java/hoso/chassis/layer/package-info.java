/// What a package says of its place in the layers of a service.
@org.jspecify.annotations.NullMarked
package hoso.chassis.layer;
