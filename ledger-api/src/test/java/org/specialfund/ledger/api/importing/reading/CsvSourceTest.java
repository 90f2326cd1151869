package org.specialfund.ledger.api.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void quotedCellsMaySpanLinesAndHoldQuotes() throws IOException {
        assertThat(Rows.csv("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\n1,2\n"))
                .containsExactly("1 a|b", "2 x\ny|say \"hi\"", "4 1|2");
    }

    @Test
    void lineEndsOfAllSystemsAreUnderstood() throws IOException {
        assertThat(Rows.csv("a,b\r\n1,2\r3,4\n5,6")).containsExactly("1 a|b", "2 1|2", "3 3|4", "4 5|6");
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
        assertThat(Rows.csv("\uFEFFa,b\n")).containsExactly("1 a|b");
    }

    @Test
    void wrongColumnCountIsMalformedAlone() throws IOException {
        assertThat(Rows.csv("a,b\n1\n1,2,3\n1,2\n"))
                .containsExactly("1 a|b", "2 wrong-column-count", "3 wrong-column-count", "4 1|2");
    }

    @Test
    void emptyLineIsBlankAndNotMalformed() throws IOException {
        assertThat(Rows.csv("a,b\n\n1,2\n")).containsExactly("1 a|b", "2 ", "3 1|2");
    }

    @Test
    void textAfterClosingQuoteIsMalformedAlone() throws IOException {
        assertThat(Rows.csv("a,b\n\"x\"y,2\n1,2\n")).containsExactly("1 a|b", "2 broken-quote", "3 1|2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,\"open\n3,4\n5,6\n", // to the end of the file
                "a,b\n1,\"open\n3,4\n5,6\n\"7\",8\n", // meets a quote inside
                "a,b\n1,\"open\n3,4\n5,6\n\"7\",\"8\"\n",
            })
    void unclosedQuoteDoesNotTakeTheLinesBelowAlong(String text) throws IOException {
        assertThat(Rows.csv(text)).startsWith("1 a|b", "2 unclosed-quote", "3 3|4", "4 5|6");
    }

    @Test
    void unclosedQuoteClosedByAStrayOneIsFoundByTheNumberOfColumns() throws IOException {
        assertThat(Rows.csv("a,b,c\n1,\"open,2\n3,4,5\"\n6,7,8\n"))
                .containsExactly("1 a|b|c", "2 unclosed-quote", "3 3|4|5\"", "4 6|7|8");
    }

    @Test
    void unclosedQuoteIsGivenUpAfterSoManyLines() throws IOException {
        String text = "a,b\n1,\"open\n" + "3,4\n".repeat(500) + "5,\"6\"\n";
        assertThat(Rows.csv(text))
                .hasSize(503)
                .startsWith("1 a|b", "2 unclosed-quote", "3 3|4")
                .endsWith("503 5|6");
    }

    @Test
    void undecodableBytesSpoilTheirOwnLineOnly() throws IOException {
        byte[] bytes = "a,b\n1,caf\u00e9\n2,plain\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Rows.csv(bytes, StandardCharsets.UTF_8, Limits.DEFAULT))
                .containsExactly("1 a|b", "2 bad-encoding", "3 2|plain");
    }

    @Test
    void undecodableLineInsideAQuotedCellSpoilsItsRecordOnly() throws IOException {
        byte[] bytes = "a,b\n1,\"x\ncaf\u00e9\"\n2,plain\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Rows.csv(bytes, StandardCharsets.UTF_8, Limits.DEFAULT))
                .containsExactly("1 a|b", "2 unclosed-quote", "3 bad-encoding", "4 2|plain");
    }

    @Test
    void gb18030IsReadWithItsLongestCharacters() throws IOException {
        String text = "单位,用途\n信息化办公室,\uD840\uDC00\u3400专项\n";
        assertThat(Rows.csv(text.getBytes(GB18030), GB18030, Limits.DEFAULT))
                .containsExactly("1 单位|用途", "2 信息化办公室|\uD840\uDC00\u3400专项");
        assertThat(Rows.csv(new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFF, '\n', 'b'}, GB18030, Limits.DEFAULT))
                .containsExactly("1 a", "2 bad-encoding", "3 b");
    }

    @Test
    void windows1252IsReadAndItsHolesAreNot() throws IOException {
        assertThat(Rows.csv(new byte[] {(byte) 0x80, '\n', (byte) 0x81, '\n', 'b'}, WINDOWS_1252, Limits.DEFAULT))
                .containsExactly("1 €", "2 bad-encoding", "3 b");
    }

    @Test
    void nulIsMalformed() throws IOException {
        assertThat(Rows.csv("a\nx\0y\nb\n")).containsExactly("1 a", "2 control-character", "3 b");
    }

    @Test
    void tooLongCellsAndLinesAreMalformedAlone() throws IOException {
        Limits limits = new Limits(5, 3, 10, 20, 100, 1000);
        byte[] bytes = ("a\n123456\n" + "x".repeat(30) + "\n1,2,3,4\nb\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Rows.csv(bytes, StandardCharsets.UTF_8, limits))
                .containsExactly("1 a", "2 cell-too-long", "3 line-too-long", "4 too-many-columns", "5 b");
    }

    @Test
    @Timeout(60)
    void hugeFileOfOpenQuotesIsReadInBoundedTimeAndMemory() throws IOException {
        // every line opens a quote that the next line closes and opens again
        long bytes = 100_000_000;
        long before = System.nanoTime();
        long rows = 0;
        InputStream endless = new Repeating("x\",\"y, and some more text to fill the line\n", bytes);
        try (CsvSource source = new CsvSource(endless, StandardCharsets.UTF_8, ',', Limits.DEFAULT)) {
            while (source.next() != null && rows < 200_000) {
                rows++;
            }
        }
        assertThat(rows).isEqualTo(200_000);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void oneEndlessLineIsOneMalformedRow() throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (CsvSource source =
                new CsvSource(new Repeating("x", 50_000_000), StandardCharsets.UTF_8, ',', Limits.DEFAULT)) {
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.problem()).isEqualTo(SourceRow.Problem.LINE_TOO_LONG);
            assertThat(row.cells().get(0).text()).hasSize(500);
        });
    }

    /** The same bytes over and over. */
    private static final class Repeating extends InputStream {
        private final byte[] piece;
        private final long length;
        private long at;

        Repeating(String piece, long length) {
            this.piece = piece.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            return at == length ? -1 : piece[(int) (at++ % piece.length)];
        }
    }
}
