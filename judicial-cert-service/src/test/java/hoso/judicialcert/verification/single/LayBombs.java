package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes all bombs into a folder. Making them takes more memory than the service has, so this is a process apart.
final class LayBombs {
    private LayBombs() {}

    /// Writes them and prints `bombs laid=…`.
    ///
    /// @param arguments the folder, which exists
    public static void main(String[] arguments) throws IOException {
        System.out.println("bombs laid=" + in(Path.of(arguments[0])));
    }

    static int in(Path folder) throws IOException {
        var bombs = Bombs.of(Documents.signed(new Authority()));
        for (var bomb : bombs.entrySet()) {
            Files.write(folder.resolve(bomb.getKey()), bomb.getValue());
        }
        return bombs.size();
    }
}
