package org.specialfund.ledger.api.importing.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a workbook's part before it can fill memory: an XML parser holds a whole tag, comment or instruction at once,
 * so tags are bounded and the rest (which no spreadsheet program writes) is refused, with entities and other encodings
 * than UTF-8 along with it. The part's own size is bounded too, because packed sizes say nothing.
 */
final class GuardedXml extends FilterInputStream {

    private static final int TAG_BYTES = 1 << 16;

    private enum Place {
        TEXT,
        TAG_BEGINS,
        TAG,
        QUOTED
    }

    private final long most;
    private long count;
    private int tagBytes;
    private int quote;
    private Place place = Place.TEXT;

    GuardedXml(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            check(b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = in.read(bytes, from, length);
        for (int i = 0; i < n; i++) {
            check(bytes[from + i]);
        }
        return n;
    }

    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException("every byte is checked");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check(int b) throws IOException {
        if (++count > most) {
            throw new UnreadableFileException("workbook-too-large", "A part of the workbook is too large unpacked.");
        }
        if (b == 0) {
            throw odd("it is not UTF-8");
        }
        switch (place) {
            case TEXT -> {
                place = b == '<' ? Place.TAG_BEGINS : Place.TEXT;
                tagBytes = 0;
            }
            case TAG_BEGINS -> {
                boolean declaration = b == '?' && count <= 5;
                if (b == '!' || b == '?' && !declaration) {
                    throw odd("it holds a comment, an instruction or a document type");
                }
                place = Place.TAG;
            }
            case TAG -> {
                place = b == '>' ? Place.TEXT : b == '"' || b == '\'' ? Place.QUOTED : Place.TAG;
                quote = b;
            }
            case QUOTED -> place = b == quote ? Place.TAG : Place.QUOTED;
        }
        if (++tagBytes > TAG_BYTES && place != Place.TEXT) {
            throw odd("it holds a tag that is too long");
        }
    }

    private static UnreadableFileException odd(String why) {
        return new UnreadableFileException("workbook-malformed", "A part of the workbook is refused: " + why + ".");
    }
}
