package org.specialfund.ledger.api.importing.reading;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines first and decodes each on its own, so that an undecodable byte spoils its own line only. That
 * is safe where LF, CR and the quote never occur inside a longer character: UTF-8, GB18030 and all single-byte encodings.
 */
final class LineReader implements Closeable {

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final Limits limits;
    private byte[] buffer = new byte[1024];
    private long number;
    private int pushedBack = -1;

    LineReader(InputStream in, Charset encoding, Limits limits) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.limits = limits;
    }

    /**
     * One line.
     *
     * @param text without its end; of an unreadable line, its bytes taken as Latin-1, cut short
     * @param problem null where it was decoded
     */
    record Line(long number, String text, SourceRow.@Nullable Problem problem) {}

    /** The next line; null after the last. */
    @Nullable
    Line next() throws IOException {
        int first = read();
        if (first < 0) {
            return null;
        }
        number++;
        int length = 0;
        boolean tooLong = false;
        for (int b = first; b >= 0 && !endsLine(b); b = read()) {
            if (length == limits.lineBytes()) {
                tooLong = true;
                continue;
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(2 * length, limits.lineBytes()));
            }
            buffer[length++] = (byte) b;
        }
        return tooLong ? unreadable(length, SourceRow.Problem.LINE_TOO_LONG) : decoded(length);
    }

    private Line decoded(int length) {
        int from = number == 1 && startsWithBom(length) ? BOM.length : 0;
        try {
            String text =
                    decoder.decode(ByteBuffer.wrap(buffer, from, length - from)).toString();
            return text.indexOf('\0') < 0
                    ? new Line(number, text, null)
                    : unreadable(length, SourceRow.Problem.CONTROL_CHARACTER);
        } catch (CharacterCodingException e) {
            return unreadable(length, SourceRow.Problem.BAD_ENCODING);
        }
    }

    private Line unreadable(int length, SourceRow.Problem problem) {
        String text = new String(buffer, 0, Math.min(length, 500), StandardCharsets.ISO_8859_1).replace('\0', ' ');
        return new Line(number, text, problem);
    }

    private boolean startsWithBom(int length) {
        return decoder.charset().equals(StandardCharsets.UTF_8)
                && length >= BOM.length
                && Arrays.equals(buffer, 0, BOM.length, BOM, 0, BOM.length);
    }

    private boolean endsLine(int b) throws IOException {
        if (b == '\r') {
            int after = read();
            pushedBack = after == '\n' ? -1 : after;
        }
        return b == '\n' || b == '\r';
    }

    private int read() throws IOException {
        if (pushedBack >= 0) {
            int b = pushedBack;
            pushedBack = -1;
            return b;
        }
        return in.read();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
