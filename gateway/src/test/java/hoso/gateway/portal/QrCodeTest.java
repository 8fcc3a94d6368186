package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.json.JsonArray;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page's own code runs in Node.js, if there is one, and another maker's reader reads what it drew.
@Tag("core")
class QrCodeTest {

    private static final String SCRIPT = """
            import { qrMatrix } from './qr.js';
            for (const text of JSON.parse(process.argv[2])) {
              console.log(qrMatrix(text).map(row => row.map(Number).join('')).join(' '));
            }
            """;

    @Test
    void whatThePageDrawsIsReadBack(@TempDir Path folder) throws Exception {
        assumeTrue(nodeIsThere(), "Node.js is not on this machine");
        for (var module : new String[] {"qr.js", "dom.js"}) {
            Files.copy(Path.of("web/app", module), folder.resolve(module));
        }
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
        Files.writeString(folder.resolve("draw.js"), SCRIPT);
        var texts = new String[60];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = ("00020101021238570010A000000727" + "Phiếu lý lịch tư pháp 0123456789 ".repeat(14))
                    .substring(0, 1 + 5 * i);
        }

        var drawn = drawn(folder, texts);

        assertThat(drawn).hasSize(texts.length);
        for (var i = 0; i < texts.length; i++) {
            assertThat(read(drawn[i].split(" ", -1))).isEqualTo(texts[i]);
        }
    }

    private static String[] drawn(Path folder, String[] texts) throws IOException, InterruptedException {
        var list = new JsonArray(Arrays.asList(texts)).encode();
        var node = new ProcessBuilder("node", "draw.js", list)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(node.waitFor()).isZero();
        return out.strip().split("\n", -1);
    }

    private static String read(String[] rows) throws ReaderException {
        var scale = 4;
        var size = (rows.length + 8) * scale;
        var pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        for (var y = 0; y < rows.length * scale; y++) {
            for (var x = 0; x < rows.length * scale; x++) {
                if (rows[y / scale].charAt(x / scale) == '1') {
                    pixels[(y + 4 * scale) * size + x + 4 * scale] = 0;
                }
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))),
                        Map.of(DecodeHintType.CHARACTER_SET, "UTF-8"))
                .getText();
    }

    private static boolean nodeIsThere() {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }
}
