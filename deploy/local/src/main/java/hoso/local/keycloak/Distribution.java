package hoso.local.keycloak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The unpacked Keycloak distribution and how it is run: without its shell script, whose process would stay in between.
public final class Distribution {

    /// The same in the project's parent POM.
    public static final String VERSION = "26.7.3";

    private final Path folder;

    public Distribution(Path shared) {
        folder = shared.resolve("keycloak-" + VERSION);
    }

    public Path folder() {
        return folder;
    }

    public boolean unpacked() {
        return Files.exists(unpackedMark());
    }

    /// Written by us when the distribution is complete: an interrupted unpacking starts anew.
    public Path unpackedMark() {
        return folder.resolve("hoso.unpacked");
    }

    /// The build for PostgreSQL leaves this mark, written by us when it has succeeded.
    public Path builtMark() {
        return folder.resolve("hoso.built");
    }

    public boolean ready() {
        return unpacked() && Files.exists(builtMark());
    }

    public List<String> buildCommand(Path java) {
        return command(
                java,
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                List.of(
                        "build",
                        "--db=postgres",
                        "--health-enabled=false",
                        "--features-disabled=ciba,device-flow,kerberos"));
    }

    public List<String> startCommand(Path java, List<String> jvmOptions) {
        return command(java, jvmOptions, List.of("start", "--optimized"));
    }

    private List<String> command(Path java, List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
