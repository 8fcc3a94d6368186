package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaw;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.HandedOut;
import java.io.CharArrayReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Writes a claim again without what the law keeps back. The facility's signature is left out too, because it is over
/// the whole document and would not be valid over a part.
public final class ClaimDocumentWriter {
    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Một phần của tài liệu này được giữ lại theo quy định của pháp luật. \
            Chữ ký của cơ sở là trên bản gốc nên không có trong bản này. \
            Part of this document is kept back by law. -->
            """;

    private final ClaimEnvelopeReader.Files files;

    private ClaimDocumentWriter(ClaimEnvelopeReader.Files files) {
        this.files = files;
    }

    /// A document that was taken before, as the app may have it today.
    public static HandedOut of(byte[] document) throws Stop {
        var files = ClaimEnvelopeReader.files(document);
        var hiv = HivClaimReader.of(files.tables());
        if (hiv.care()) {
            return new HandedOut.Withheld();
        }
        return hiv.anything(files.tables())
                ? new HandedOut.Cut(new ClaimDocumentWriter(files).envelope(document, hiv))
                : new HandedOut.Whole(document);
    }

    private byte[] envelope(byte[] document, HivClaimReader hiv) throws Stop {
        var contents = new LinkedHashMap<Integer, String>();
        var left = new HashSet<Integer>();
        for (var file : files.places().entrySet()) {
            var cut = hiv.cuts().get(file.getKey());
            if (file.getKey().equals(HivClaimReader.HIV_TABLE)) {
                left.add(file.getValue());
            } else if (cut != null) {
                var table = table(files.contents().get(file.getKey()), file.getKey(), cut);
                contents.put(file.getValue(), Base64.getEncoder().encodeToString(table));
            }
        }
        return copy(document, "GIAMDINHHS", new EnvelopeRule(left, contents));
    }

    private static byte[] table(byte @Nullable [] content, String name, HivClaimReader.Cut cut) throws Stop {
        return copy(content == null ? new byte[0] : content, name, new TableRule(ClaimTableReader.rowDepth(name), cut));
    }

    /// What becomes of an element: null lets it stand, an empty text takes it out, any other text takes its place.
    private interface Rule {
        @Nullable
        String text(Deque<String> path);
    }

    private static final class EnvelopeRule implements Rule {
        private final Set<Integer> left;
        private final Map<Integer, String> contents;
        private int file = -1;

        EnvelopeRule(Set<Integer> left, Map<Integer, String> contents) {
            this.left = left;
            this.contents = contents;
        }

        @Override
        public @Nullable String text(Deque<String> path) {
            if (path.getLast().equals("FILEHOSO")) {
                file++;
                return left.contains(file) ? "" : null;
            }
            return switch (path.getLast()) {
                case "NOIDUNGFILE" -> contents.get(file);
                case "CHUKYDONVI" -> "";
                default -> null;
            };
        }
    }

    private static final class TableRule implements Rule {
        private final int rowDepth;
        private final HivClaimReader.Cut cut;
        private int row = -1;

        TableRule(int rowDepth, HivClaimReader.Cut cut) {
            this.rowDepth = rowDepth;
            this.cut = cut;
        }

        @Override
        public @Nullable String text(Deque<String> path) {
            if (path.size() == rowDepth) {
                row++;
                return cut.rows().contains(row) ? "" : null;
            }
            if (path.size() <= rowDepth) {
                return null;
            }
            var tag = String.join("/", path.stream().skip(rowDepth).toList());
            return cut.tags().getOrDefault(row, Map.of()).get(tag);
        }
    }

    private static byte[] copy(byte[] xml, String pointer, Rule rule) throws Stop {
        var text = Flaws.utf8(xml, pointer);
        var copied = new StringWriter();
        copied.write(HEAD);
        try {
            var reader = ClaimXmlReader.events(
                    new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining()));
            var writer = OUTPUT.createXMLEventWriter(copied);
            copy(reader, writer, rule);
            writer.close();
        } catch (XMLStreamException _) {
            throw new Stop(pointer, Flaw.Code.MALFORMED);
        }
        return copied.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void copy(XMLEventReader reader, XMLEventWriter writer, Rule rule) throws XMLStreamException {
        var path = new ArrayDeque<String>();
        while (reader.hasNext()) {
            var event = reader.nextEvent();
            if (event.isStartElement()) {
                path.addLast(
                        ClaimXmlReader.local(event.asStartElement().getName().getLocalPart()));
                var text = rule.text(path);
                if (text != null) {
                    skip(reader);
                    path.removeLast();
                    if (!text.isEmpty()) {
                        writer.add(event);
                        writer.add(EVENTS.createCharacters(text));
                        writer.add(
                                EVENTS.createEndElement(event.asStartElement().getName(), null));
                    }
                    continue;
                }
            } else if (event.isEndElement()) {
                path.removeLast();
            } else if (event.isStartDocument() || event.isEndDocument()) {
                continue;
            }
            writer.add(event);
        }
    }

    private static void skip(XMLEventReader reader) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            var event = reader.nextEvent();
            open += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }
}
