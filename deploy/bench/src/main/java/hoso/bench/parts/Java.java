package hoso.bench.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command lines of Java programs.
final class Java {
    private Java() {}

    static List<String> command(List<String> jvm, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program());
        command.addAll(jvm);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(arguments);
        return command;
    }

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
