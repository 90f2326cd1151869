package org.specialfund.ledger.api.importing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an XLSX file (ECMA-376), opened one by one and guarded. */
final class Workbook implements Closeable {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int MOST_SHEETS = 1_000;
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private boolean from1904;

    Workbook(Path file, Limits limits) throws IOException {
        this.limits = limits;
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new UnreadableFileException("not-a-workbook", "The file is not an XLSX workbook.");
        }
        try {
            readWorkbook();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Whether days are counted from 1904 and not from 1900. */
    boolean from1904() {
        return from1904;
    }

    /** Opens a sheet by its name; the first where the name is null. */
    Part sheet(@Nullable String name) throws IOException {
        if (sheets.isEmpty() || name != null && !sheets.containsKey(name)) {
            throw new UnreadableFileException("no-such-sheet", "The workbook has no such sheet; it has " + names());
        }
        String path = name == null ? sheets.values().iterator().next() : sheets.get(name);
        return required(path == null ? "" : path);
    }

    /** Opens a part; null where the workbook does not have it. */
    @Nullable
    Part part(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            return null;
        }
        try {
            InputStream in = new GuardedXml(zip.getInputStream(entry), limits.partBytes());
            return new Part(in, XML.createXMLStreamReader(in, "UTF-8"));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** What a parser's complaint means here: our own refusal where that is its cause. */
    static IOException malformed(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFileException ours) {
                return ours;
            }
        }
        return e.getNestedException() instanceof UnreadableFileException ours
                ? ours
                : new UnreadableFileException("workbook-malformed", "A part of the workbook is not well formed.");
    }

    private void readWorkbook() throws IOException {
        Map<String, String> targets = relationships();
        try (Part part = required("xl/workbook.xml")) {
            XMLStreamReader xml = part.xml();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String value = xml.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.getLocalName().equals("sheet") && sheets.size() < MOST_SHEETS) {
                    String target = targets.get(xml.getAttributeValue(RELATIONSHIPS, "id"));
                    String name = xml.getAttributeValue(null, "name");
                    if (target != null && name != null) {
                        sheets.put(name, target);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private Map<String, String> relationships() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (Part part = required("xl/_rels/workbook.xml.rels")) {
            XMLStreamReader xml = part.xml();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && targets.size() < 2 * MOST_SHEETS) {
                    String id = xml.getAttributeValue(null, "Id");
                    String target = xml.getAttributeValue(null, "Target");
                    if (id != null && target != null) {
                        targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        return targets;
    }

    private Part required(String path) throws IOException {
        Part part = part(path);
        if (part == null) {
            throw new UnreadableFileException("not-a-workbook", "The file is not an XLSX workbook.");
        }
        return part;
    }

    private String names() {
        String all = String.join(", ", sheets.keySet());
        return all.length() > 500 ? all.substring(0, 500) + "…" : all + ".";
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** An open part. */
    record Part(InputStream in, XMLStreamReader xml) implements Closeable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
