package hoso.local.process;

import java.util.Map;
import java.util.Set;

/// What a part sees of the launcher's environment: next to nothing, so that it runs the same from every shell.
public final class Environment {

    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ");

    private Environment() {}

    public static void only(Map<String, String> inherited, Map<String, String> own) {
        inherited.keySet().retainAll(PASSED_ON);
        inherited.put("LANG", "C.UTF-8");
        // The C library otherwise keeps an arena per thread, which costs each JVM tens of megabytes.
        inherited.put("MALLOC_ARENA_MAX", "2");
        inherited.putAll(own);
    }
}
