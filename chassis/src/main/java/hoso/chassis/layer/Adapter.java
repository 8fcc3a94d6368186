package hoso.chassis.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a package whose point is a library: its classes may know that library although they are core or use cases
/// by their names. A class of the package that knows none of its libraries is judged like any other class.
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface Adapter {

    /// What the package does with the libraries.
    String value();

    /// Packages of the libraries, each with all packages below it.
    String[] knows();
}
