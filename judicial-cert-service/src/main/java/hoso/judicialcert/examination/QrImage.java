package hoso.judicialcert.examination;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A photograph or scan with a QR code on it.
final class QrImage {
    private static final int WIDEST = 8_000;

    private QrImage() {}

    /// What its QR code says; empty when it is no picture, or none with a QR code.
    static Optional<String> text(byte[] picture) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            reader.setInput(stream);
            // A small file can hold a huge picture: it is asked before it is unpacked.
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
                return Optional.empty();
            }
            var image = reader.read(0);
            var width = image.getWidth();
            var points = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
            var source = new RGBLuminanceSource(width, image.getHeight(), points);
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (IOException | ReaderException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
