package hoso.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/// The compiled classes, read once for all checks.
final class Code {
    /// Of every part.
    static final JavaClasses OURS =
            new ClassFileImporter().importPaths(Part.all().map(Part::classes).toList());

    /// The counter-examples.
    static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong");

    private Code() {}

    static JavaClasses of(Part part) {
        return OURS.that(House.is(
                "in " + part.folder(), (JavaClass type) -> House.part(type).equals(part.java())));
    }
}
