package hoso.judicialcert.proof.document;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;

/// A photograph or scan with a QR code on it.
public final class QrImage {
    private static final int WIDEST = 8_000;
    private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, true);
    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);
    private static final List<Function<BinaryBitmap, Optional<String>>> WAYS =
            List.of(QrImage::single, QrImage::several);

    private QrImage() {}

    /// What its QR code says; empty when it is no picture, or none with a QR code.
    public static Optional<String> text(byte[] picture) {
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
            return text(reader.read(0));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// One certificate in about fifty has a code in which one of the ways finds its corners in the wrong place, so the
    /// others are tried as well.
    private static Optional<String> text(BufferedImage image) {
        var width = image.getWidth();
        var points = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, image.getHeight(), points);
        return BINARIZERS.stream()
                .map(binarizer -> new BinaryBitmap(binarizer.apply(source)))
                .flatMap(bitmap -> WAYS.stream().map(way -> way.apply(bitmap)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> single(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, HARDER).getText());
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> several(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeMultiReader().decodeMultiple(bitmap, HARDER)[0].getText());
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }
}
