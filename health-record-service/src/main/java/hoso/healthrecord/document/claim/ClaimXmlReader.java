package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Flaws.Stop;
import java.io.CharArrayReader;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A bounded walk through XML from outside: no document type, no entities of its own, and limits on depth, number of
/// elements and length of each text. Who hears the elements decides what they mean; this class decides what is safe.
final class ClaimXmlReader {
    private static final XMLInputFactory FACTORY = factory();
    private static final Set<String> UTF_8_BY_NAME =
            Set.of("UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII");

    /// Hears each element that holds no other element.
    interface Listener {
        /// An element opens; `path` ends with it.
        default void opened(Deque<String> path) throws Stop {}

        /// An element closes that had no element in it; `path` still ends with it.
        void leaf(Deque<String> path, String text) throws Stop;

        /// An element closes that had elements in it; `path` still ends with it.
        default void closed(Deque<String> path) throws Stop {}
    }

    /// How much is read before it is called too much.
    record Limits(int depth, int elements, int textLength) {}

    private ClaimXmlReader() {}

    private static XMLInputFactory factory() {
        // The JDK's own reader, whatever else lies on the class path: its limits are known.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Exporters write xsi:nil without saying what xsi is; the names of claims are in no namespace.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    /// The events of a document that was walked before, to copy them.
    static XMLEventReader events(Reader document) throws XMLStreamException {
        return FACTORY.createXMLEventReader(document);
    }

    /// Walks the document; returns the number of elements.
    static int walk(byte[] bytes, String pointer, Limits limits, Listener listener) throws Stop {
        var text = Flaws.utf8(bytes, pointer);
        if (text.isEmpty()) {
            throw new Stop(pointer, Code.EMPTY);
        }
        try {
            var reader = FACTORY.createXMLStreamReader(
                    new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining()));
            try {
                return new Walk(reader, pointer, limits, listener).run();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException _) {
            throw new Stop(pointer, Code.MALFORMED);
        }
    }

    /// The name of an element without a prefix.
    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static final class Walk {
        private final XMLStreamReader reader;
        private final String pointer;
        private final Limits limits;
        private final Listener listener;
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean leaf;
        private int elements;

        Walk(XMLStreamReader reader, String pointer, Limits limits, Listener listener) {
            this.reader = reader;
            this.pointer = pointer;
            this.limits = limits;
            this.listener = listener;
        }

        int run() throws XMLStreamException, Stop {
            var encoding = reader.getCharacterEncodingScheme();
            // The bytes are UTF-8, checked strictly; .NET writes "utf-16" over them all the same.
            if (encoding != null && !UTF_8_BY_NAME.contains(encoding.toUpperCase(Locale.ROOT))) {
                throw new Stop(pointer, Code.NOT_UTF8);
            }
            while (reader.hasNext()) {
                on(reader.next());
            }
            return elements;
        }

        private void on(int event) throws Stop {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> opened();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.END_ELEMENT -> closed();
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION,
                        XMLStreamConstants.NOTATION_DECLARATION -> throw new Stop(pointer, Code.DTD_FORBIDDEN);
                default -> {
                    // Comments and processing instructions say nothing about the visit.
                }
            }
        }

        private void opened() throws Stop {
            path.addLast(local(reader.getLocalName()));
            elements++;
            if (elements > limits.elements()) {
                throw new Stop(pointer, Code.TOO_MANY_ELEMENTS);
            }
            if (path.size() > limits.depth()) {
                throw new Stop(pointer, Code.TOO_DEEP);
            }
            leaf = true;
            text.setLength(0);
            listener.opened(path);
        }

        private void text() throws Stop {
            if (!leaf) {
                return;
            }
            if (text.length() + reader.getTextLength() > limits.textLength()) {
                throw new Stop(pointer + "/" + path.getLast(), Code.TEXT_TOO_LONG);
            }
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }

        private void closed() throws Stop {
            if (leaf) {
                listener.leaf(path, text.toString());
            } else {
                listener.closed(path);
            }
            path.removeLast();
            leaf = false;
            text.setLength(0);
        }
    }
}
