package hoso.judicialcert.certificate.signing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The one thing about PKCS#11 that the JDK does not do: beginning a library anew. It initializes a library once and
/// for all, by the name it was given; many libraries find a token that was away only when they are ended and
/// initialized again. So the library is ended here, and comes to the JDK under another name of the same file.
final class Cryptoki {
    private static final FunctionDescriptor CALL = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

    /// CK_FUNCTION_LIST: a version of two bytes, C_Initialize, C_Finalize, and more.
    private static final int FINALIZE_AT = 16;

    private static final Map<Path, Integer> ENDED = new HashMap<>();

    private Cryptoki() {}

    /// What the JDK calls the library at present: between folder and file stand slashes and dots, which mean nothing
    /// to the system and spell how often it was ended.
    static synchronized String name(Path library) {
        var name = new StringBuilder(
                String.valueOf(library.toAbsolutePath().normalize().getParent()));
        for (var rest = ENDED.getOrDefault(library, 0); rest > 0; rest >>= 1) {
            name.append((rest & 1) == 1 ? "/." : "/");
        }
        return name.append('/').append(library.getFileName()).toString();
    }

    /// Ends what the library does for this process, so that it begins anew at the next attempt.
    static synchronized void end(Path library) {
        ENDED.merge(library, 1, Integer::sum);
        finish(library);
    }

    @SuppressWarnings("restricted") // no other way into the library that the settings name
    private static void finish(Path library) {
        try (var arena = Arena.ofConfined()) {
            var linker = Linker.nativeLinker();
            var list = arena.allocate(ValueLayout.ADDRESS);
            var _ = (long) linker.downcallHandle(
                            SymbolLookup.libraryLookup(library, arena).findOrThrow("C_GetFunctionList"), CALL)
                    .invokeExact(list);
            var functions = list.get(ValueLayout.ADDRESS, 0).reinterpret(FINALIZE_AT + ValueLayout.ADDRESS.byteSize());
            var _ = (long) linker.downcallHandle(functions.get(ValueLayout.ADDRESS, FINALIZE_AT), CALL)
                    .invokeExact(MemorySegment.NULL);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
