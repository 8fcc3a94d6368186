package hoso.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Programs of this module, each a process of its own.
record OwnProgram(Path root) {

    List<String> command(List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Jvm.java().toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /// Written out in a fixed order: the JVM's start cache is only good for exactly the same class path.
    private String classPath() {
        var target = root.resolve("deploy/local/target");
        try (var jars = Files.list(target.resolve("lib"))) {
            return target.resolve("local-1.jar") + ":"
                    + jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
