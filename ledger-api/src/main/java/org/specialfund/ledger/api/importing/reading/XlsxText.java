package org.specialfund.ledger.api.importing.reading;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text inside an element of a workbook. */
final class XlsxText {

    private XlsxText() {}

    /**
     * The text of an element, from its start tag to its end tag, pieces of rich text joined and phonetic guides (which
     * are not part of the text) left out. Cut at one character over the limit, for the caller to notice.
     */
    static String of(XMLStreamReader xml, String element, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                boolean guide = xml.getLocalName().equals("rPh");
                phonetic += !guide ? 0 : event == XMLStreamReader.START_ELEMENT ? 1 : -1;
            } else if (phonetic == 0 && xml.hasText()) {
                int room = most + 1 - text.length();
                String piece = xml.getText();
                text.append(piece, 0, Math.min(room, piece.length()));
            }
        }
        return text.toString();
    }
}
