package hoso.judicialcert.verification.single;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Small files that ask for more memory or time than anybody has. The first are signed certificates with a revision
/// behind:
/// only those are drawn, to be compared with what was signed.
final class Bombs {
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final byte[] signed;

    private interface Change {
        void on(PDDocument document, COSDictionary page) throws IOException;
    }

    private Bombs(byte[] signed) {
        this.signed = signed;
    }

    /// All of them, by name.
    ///
    /// @param signed a certificate, by whatever key
    static Map<String, byte[]> of(byte[] signed) {
        var bombs = new Bombs(signed);
        try {
            bombs.pages();
            bombs.pictures();
            bombs.drawings();
            bombs.packings();
            bombs.structures();
            bombs.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bombs.made;
    }

    private void pages() throws IOException {
        for (var side : new float[] {2_200, 14_400, 100_000, 1e9f}) {
            revision("page of " + side, (_, page) -> page.setItem(COSName.MEDIA_BOX, box(0, 0, side, side)));
        }
        revision(
                "page from the negative",
                (_, page) -> page.setItem(COSName.MEDIA_BOX, box(14_400, 14_400, -14_400, -14_400)));
        revision("page as wide as it is flat", (_, page) -> page.setItem(COSName.MEDIA_BOX, box(0, 0, 50_000_000, 10)));
        revision("crop box", (_, page) -> {
            page.setItem(COSName.MEDIA_BOX, box(0, 0, 20_000, 20_000));
            page.setItem(COSName.CROP_BOX, box(0, 0, 20_000, 20_000));
        });
        revision("user unit", (_, page) -> page.setItem(COSName.getPDFName("UserUnit"), new COSFloat(75_000)));
        revision("box of the parent", (_, page) -> {
            page.removeItem(COSName.MEDIA_BOX);
            var parent = page.getCOSDictionary(COSName.PARENT);
            parent.setItem(COSName.MEDIA_BOX, box(0, 0, 14_400, 14_400));
            parent.setNeedToBeUpdated(true);
        });
        revision("sixty pages", (document, _) -> {
            for (var i = 0; i < 60; i++) {
                document.addPage(new PDPage(PDRectangle.A3));
            }
        });
        add(
                "three hundred thousand pages",
                file("2 0 obj <</Type/Pages/Kids[" + "3 0 R ".repeat(300_000)
                        + "]/Count 300000>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj"));
        revision("many large pages", (document, _) -> {
            for (var i = 0; i < 40; i++) {
                document.addPage(new PDPage(new PDRectangle(1_900, 1_900)));
            }
        });
    }

    private void pictures() throws IOException {
        for (var side : new int[] {5_000, 30_000, 100_000}) {
            revision(
                    "picture of " + side,
                    (document, page) -> draws(document, page, picture(side, side, "DeviceGray", 8)));
            revision(
                    "colours of " + side,
                    (document, page) -> draws(document, page, picture(side, side, "DeviceRGB", 16)));
        }
        revision(
                "picture in one bit",
                (document, page) -> draws(document, page, picture(60_000, 60_000, "DeviceGray", 1)));
        revision(
                "picture of negative size",
                (document, page) -> draws(document, page, picture(-60_000, -60_000, "DeviceGray", 8)));
        revision("soft mask", (document, page) -> {
            var picture = picture(10, 10, "DeviceGray", 8);
            picture.setItem(COSName.SMASK, picture(40_000, 40_000, "DeviceGray", 8));
            draws(document, page, picture);
        });
        revision("many pictures", (document, page) -> {
            for (var i = 0; i < 60; i++) {
                draws(document, page, picture(3_900, 3_900, "DeviceRGB", 8));
            }
        });
        revision("JPEG whose header is larger than its dictionary", (document, page) -> {
            var picture = picture(1, 1, "DeviceRGB", 8);
            var jpeg = jpegOf(60_000);
            picture.setItem(COSName.FILTER, COSName.DCT_DECODE);
            try (var out = picture.createRawOutputStream()) {
                out.write(jpeg);
            }
            draws(document, page, picture);
        });
        revision(
                "picture in the text of a page",
                (document, page) -> shows(
                        document,
                        page,
                        "q 100 0 0 100 0 0 cm BI /W 30000 /H 30000 /BPC 8 /CS /G ID " + " ".repeat(2_000) + " EI Q"));
        revision(
                "pictures in the text of a page",
                (document, page) -> shows(
                        document,
                        page,
                        "q 100 0 0 100 0 0 cm BI /W 6000 /H 6000 /BPC 8 /CS /RGB ID 0 EI Q\n".repeat(200)));
    }

    private void drawings() throws IOException {
        // Without names of its own a form takes those of the page, and there it is X0 itself.
        revision("a form that draws itself", (document, page) -> draws(document, page, form("/X0 Do")));
        revision("forms that draw forms ten times each", (document, page) -> {
            var inner = form("0 0 100 100 re f");
            for (var depth = 0; depth < 9; depth++) {
                var outer = form("/X0 Do ".repeat(10));
                resources(outer, inner);
                inner = outer;
            }
            draws(document, page, inner);
        });
        revision("transparent groups in each other", (document, page) -> {
            page.setItem(COSName.MEDIA_BOX, box(0, 0, 1_990, 1_990));
            var inner = group("0 0 1990 1990 re f");
            for (var depth = 0; depth < 40; depth++) {
                var outer = group("/X0 Do");
                resources(outer, inner);
                inner = outer;
            }
            draws(document, page, inner);
        });
        revision("a pattern of very small tiles", (document, page) -> {
            var tile = new COSStream();
            tile.setItem(COSName.TYPE, COSName.PATTERN);
            tile.setInt(COSName.PATTERN_TYPE, 1);
            tile.setInt(COSName.PAINT_TYPE, 1);
            tile.setInt(COSName.TILING_TYPE, 1);
            tile.setItem(COSName.BBOX, box(0, 0, 50_000, 50_000));
            tile.setItem(COSName.X_STEP, new COSFloat(0.001f));
            tile.setItem(COSName.Y_STEP, new COSFloat(0.001f));
            tile.setItem(COSName.RESOURCES, new COSDictionary());
            fill(tile, "0 0 10 10 re f");
            var patterns = new COSDictionary();
            patterns.setItem(COSName.getPDFName("P0"), tile);
            own(page).setItem(COSName.PATTERN, patterns);
            shows(document, page, "/Pattern cs /P0 scn 0 0 500 500 re f");
        });
        revision(
                "a dashed line of very small dashes",
                (document, page) -> shows(document, page, "[0.00001 0.00001] 0 d 1 w 0 0 m 100000 100000 l S"));
        revision(
                "a path of very many pieces",
                (document, page) -> shows(document, page, "0 0 m\n" + "500 700 l 0 9 l\n".repeat(400_000) + "f*"));
        revision(
                "many clips",
                (document, page) ->
                        shows(document, page, "q 0 0 m 500 700 l 9 700 l W n 0 0 500 500 re f\n".repeat(100_000)));
        revision("saved and never restored", (document, page) -> shows(document, page, "q ".repeat(3_000_000)));
        revision("numbers in brackets in brackets", (document, page) -> shows(document, page, "[".repeat(1_000_000)));
        revision(
                "a line as wide as the world",
                (document, page) -> shows(
                        document, page, "1000000000 w 0 0 m 1e30 -1e30 l S 1e-30 0 0 1e30 0 0 cm 0 0 1e38 1e38 re f"));
        revision("very many annotations", (document, page) -> {
            var all = new COSArray();
            for (var i = 0; i < 5_000; i++) {
                var one = new COSDictionary();
                one.setItem(COSName.TYPE, COSName.ANNOT);
                one.setItem(COSName.SUBTYPE, COSName.getPDFName("Square"));
                one.setItem(COSName.RECT, box(0, 0, 400, 400));
                all.add(one);
            }
            page.setItem(COSName.ANNOTS, all);
        });
        revision("an annotation that looks very large", (document, page) -> {
            var one = new COSDictionary();
            one.setItem(COSName.TYPE, COSName.ANNOT);
            one.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
            one.setItem(COSName.RECT, box(0, 0, 400, 400));
            var look = group("0 0 90000 90000 re f");
            look.setItem(COSName.BBOX, box(0, 0, 90_000, 90_000));
            var looks = new COSDictionary();
            looks.setItem(COSName.N, look);
            one.setItem(COSName.AP, looks);
            var all = new COSArray();
            all.add(one);
            page.setItem(COSName.ANNOTS, all);
        });
        revision(
                "five million letters",
                (document, page) -> shows(document, page, "BT /F0 1 Tf (" + "ab".repeat(2_500_000) + ") Tj ET"));
    }

    private void packings() throws IOException {
        var zeros = deflated(new byte[200 << 20]);
        add("two hundred megabytes in one stream", content("/Filter/FlateDecode", zeros));
        revision("nine megabytes behind a signature", (document, page) -> shows(document, page, " ".repeat(9 << 20)));
        add("packed twice", content("/Filter[/FlateDecode/FlateDecode]", deflated(zeros)));
        add("packed ten times", content("/Filter[" + "/FlateDecode".repeat(10) + "]", tenfold()));
        add("packed in letters", content("/Filter [ /ASCIIHexDecode /FlateDecode ]", text("78da")));
        add("packed as named elsewhere", content("/Filter 9 0 R", zeros));
        add("packed by an escaped name", content("/F#69lter/FlateDecode", zeros));
        add("packed in runs", content("/Filter/RunLengthDecode", zeros));
        add("packed by LZW", content("/Filter/LZWDecode", zeros));
        var broken = deflated(new byte[6 << 20]);
        broken[broken.length - 5] ^= 0x33;
        var many = new ByteArrayOutputStream();
        for (var i = 0; i < 400; i++) {
            many.write(content("/Filter/FlateDecode", broken));
        }
        add("many streams that break off", many.toByteArray());
        add("a stream of objects that is very large", objects(9 << 20));
    }

    private void structures() {
        add("very many objects", manyObjects());
        add("arrays in arrays", file("3 0 obj " + "[".repeat(500_000) + " endobj"));
        add("dictionaries in dictionaries", file("3 0 obj " + "<</A".repeat(300_000) + " endobj"));
        add("arrays in arrays that end", file("3 0 obj " + "[".repeat(200_000) + "]".repeat(200_000) + " endobj"));
        add("a page that is its own parent", file("2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>> endobj"));
        add(
                "pages that count themselves",
                file("2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 2147483647>> endobj"));
        add("a length that is negative", file("3 0 obj <</Length -1>> stream\n endstream endobj"));
        add("a length that names itself", file("3 0 obj <</Length 3 0 R>> stream\n endstream endobj"));
        add("a length beyond the file", file("3 0 obj <</Length 2147483647>> stream\nx endstream endobj"));
        add("a table of objects that names itself", table("trailer <</Root 1 0 R/Size 4/Prev 9>>"));
        add("a table of objects without end", table("xref\n0 2147483647\ntrailer <</Root 1 0 R/Size 2147483647>>"));
        add(
                "an outline that never ends",
                file("1 0 obj <</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>> endobj "
                        + "5 0 obj <</First 5 0 R/Last 5 0 R/Next 5 0 R>> endobj"));
        add(
                "a form with fields in circles",
                file("1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>> endobj "
                        + "6 0 obj <</T(a)/FT/Sig/Kids[6 0 R]/Parent 6 0 R>> endobj"));
        add(
                "a signature that covers nothing",
                file("1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>> endobj "
                        + "6 0 obj <</T(a)/FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
                        + "/ByteRange[0 2147483647 2147483647 2147483647]/Contents<" + "30".repeat(400_000)
                        + ">>>>> endobj"));
        add(
                "signatures without number",
                file("1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields["
                        + "<</T(a)/FT/Sig/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<3000>>>>>".repeat(5_000)
                        + "]>>>> endobj"));
    }

    private void bytes() {
        add("nothing but ends of revisions", text("%PDF-1.7\n" + "%%EOF".repeat(900_000)));
        add("nothing but streams", text("%PDF-1.7\n" + "stream".repeat(800_000)));
        add("nothing but digits", text("%PDF-1.7\n" + "1".repeat(5_000_000)));
        add("nothing but filters", text("%PDF-1.7\n" + "/Filter[".repeat(600_000)));
        add("nothing but ranges", text("%PDF-1.7\n" + "/ByteRange [ 0".repeat(350_000)));
        add("nothing but codes", text("%PDF-1.7\n" + "0123-4567-89AB-CDEF.".repeat(250_000)));
        add("nothing but spaces", text("%PDF-1.7\n/Filter" + " ".repeat(5_000_000)));
        add("nothing but references", text("%PDF-1.7\n" + "1 0 R ".repeat(800_000)));
        add("nothing but objects", text("%PDF-1.7\n" + "1 0 obj ".repeat(600_000)));
        add("nothing", new byte[5 << 20]);
    }

    private void add(String name, byte[] bomb) {
        if (made.put(name, bomb) != null) {
            throw new IllegalStateException("twice: " + name);
        }
    }

    private void revision(String name, Change change) throws IOException {
        try (var document = Loader.loadPDF(signed);
                var out = new ByteArrayOutputStream()) {
            var page = document.getPage(0).getCOSObject();
            change.on(document, page);
            page.setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            add(name, out.toByteArray());
        }
    }

    private static COSArray box(float... sides) {
        var box = new COSArray();
        for (var side : sides) {
            box.add(new COSFloat(side));
        }
        return box;
    }

    private static COSDictionary own(COSDictionary page) {
        var resources = page.getCOSDictionary(COSName.RESOURCES);
        resources.setNeedToBeUpdated(true);
        return resources;
    }

    private static void draws(PDDocument document, COSDictionary page, COSStream drawn) throws IOException {
        var resources = own(page);
        var drawings = resources.getCOSDictionary(COSName.XOBJECT);
        if (drawings == null) {
            drawings = new COSDictionary();
            resources.setItem(COSName.XOBJECT, drawings);
        }
        var name = "X" + drawings.size();
        drawings.setItem(COSName.getPDFName(name), drawn);
        shows(document, page, "q 500 0 0 500 0 0 cm /" + name + " Do Q");
    }

    private static void shows(PDDocument document, COSDictionary page, String operators) throws IOException {
        var stream = document.getDocument().createCOSStream();
        fill(stream, operators);
        var contents = new COSArray();
        var before = page.getDictionaryObject(COSName.CONTENTS);
        if (before instanceof COSArray all) {
            contents.addAll(all);
        } else {
            contents.add(page.getItem(COSName.CONTENTS));
        }
        contents.add(stream);
        page.setItem(COSName.CONTENTS, contents);
    }

    private static void fill(COSStream stream, String operators) throws IOException {
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text(operators));
        }
    }

    private static COSStream picture(int width, int height, String colours, int bits) throws IOException {
        var picture = new COSStream();
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setInt(COSName.WIDTH, width);
        picture.setInt(COSName.HEIGHT, height);
        picture.setItem(COSName.COLORSPACE, COSName.getPDFName(colours));
        picture.setInt(COSName.BITS_PER_COMPONENT, bits);
        fill(picture, " ".repeat(1_000));
        return picture;
    }

    private static COSStream form(String operators) throws IOException {
        var form = new COSStream();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, box(0, 0, 2_000, 2_000));
        fill(form, operators);
        return form;
    }

    private static COSStream group(String operators) throws IOException {
        var form = form(operators);
        var group = new COSDictionary();
        group.setItem(COSName.S, COSName.TRANSPARENCY);
        group.setItem(COSName.getPDFName("I"), org.apache.pdfbox.cos.COSBoolean.TRUE);
        form.setItem(COSName.GROUP, group);
        return form;
    }

    private static void resources(COSStream form, COSStream drawn) {
        var drawings = new COSDictionary();
        drawings.setItem(COSName.getPDFName("X0"), drawn);
        var resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, drawings);
        form.setItem(COSName.RESOURCES, resources);
    }

    /// A JPEG of one grey block that says it is larger.
    private static byte[] jpegOf(int side) throws IOException {
        var image = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpeg", out);
        var jpeg = out.toByteArray();
        for (var i = 0; i < jpeg.length - 8; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                jpeg[i + 5] = jpeg[i + 7] = (byte) (side >> 8);
                jpeg[i + 6] = jpeg[i + 8] = (byte) side;
            }
        }
        return jpeg;
    }

    private static byte[] content(String filter, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(text("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>> endobj\n"
                + "9 0 obj /FlateDecode endobj\n"
                + "4 0 obj <</Length " + content.length + filter + ">> stream\n"));
        out.writeBytes(content);
        out.writeBytes(text("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] objects(int size) throws IOException {
        var content = deflated(new byte[size]);
        var out = new ByteArrayOutputStream();
        out.writeBytes(text("%PDF-1.7\n5 0 obj <</Type/ObjStm/N 1000000/First 9000000/Filter/FlateDecode/Length "
                + content.length + ">> stream\n"));
        out.writeBytes(content);
        out.writeBytes(text("\nendstream endobj\ntrailer <</Root 5 0 R>>\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] manyObjects() {
        var all = new StringBuilder();
        for (var i = 3; i < 200_000; i++) {
            all.append(i).append(" 0 obj null endobj\n");
        }
        return file(all.toString());
    }

    private static byte[] file(String objects) {
        return text(
                "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
                        + objects + "\ntrailer <</Root 1 0 R>>\n%%EOF\n");
    }

    private static byte[] table(String table) {
        return text("%PDF-1.7\n" + table + "\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\nstartxref\n9\n%%EOF\n");
    }

    private static byte[] tenfold() throws IOException {
        var packed = new byte[1 << 20];
        for (var i = 0; i < 10; i++) {
            packed = deflated(packed);
        }
        return packed;
    }

    private static byte[] deflated(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            deflater.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
