package org.specialfund.ledger.api.importing.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook's shared strings, kept as UTF-8 in one array: some bytes a string more than its text. */
final class SharedStrings {

    private static final int MOST_STRINGS = 4_000_000;

    private byte[] text = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    /** Reads {@code sharedStrings.xml}. */
    void read(XMLStreamReader xml, Limits limits) throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                add(XlsxText.of(xml, "si", limits.cellChars()), limits);
            }
        }
    }

    /** The string of that number, from 0; throws {@link IndexOutOfBoundsException} where there is none. */
    String get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(text, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    private void add(String string, Limits limits) throws UnreadableFileException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        int from = count == 0 ? 0 : ends[count - 1];
        int end = from + bytes.length;
        if (end > limits.sharedStringBytes() || count == MOST_STRINGS) {
            throw new UnreadableFileException(
                    "workbook-too-large", "The workbook holds too much text for a workbook; save the sheet as CSV.");
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.min(limits.sharedStringBytes(), Math.max(end, 2 * text.length)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(bytes, 0, text, from, bytes.length);
        ends[count++] = end;
    }
}
