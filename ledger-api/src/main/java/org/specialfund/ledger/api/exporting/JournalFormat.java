package org.specialfund.ledger.api.exporting;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.balance.JournalEntry;

/**
 * How a journal is written for one program: as here, which suits hledger and ledger, where a program wants nothing else.
 * Every format declares its accounts, names position and event of each entry, and asserts every balance at the end, so
 * that the program itself checks the ledger.
 */
enum JournalFormat {
    HLEDGER {
        @Override
        void declare(Appendable out, String currency) throws IOException {
            String sample = "1000." + "0".repeat(Amounts.digits(currency));
            out.append("commodity ").append(sample).append(' ').append(currency).append('\n');
        }
    },
    LEDGER {
        @Override
        void begin(Appendable out) throws IOException {
            out.append("tag event\ntag document\n");
        }

        @Override
        void declare(Appendable out, String currency) throws IOException {
            out.append("commodity ").append(currency).append('\n');
        }
    },
    BEANCOUNT {
        @Override
        void declare(Appendable out, String currency) throws IOException {
            out.append("1900-01-01 commodity ").append(currency).append('\n');
        }

        @Override
        void declare(Appendable out, String account, String currency, LocalDate first) throws IOException {
            out.append(first.toString())
                    .append(" open ")
                    .append(account)
                    .append(' ')
                    .append(currency)
                    .append('\n');
        }

        @Override
        void entry(Appendable out, JournalEntry entry) throws IOException {
            out.append(entry.effectiveDate().toString())
                    .append(" * ")
                    .append(quoted(entry.type()))
                    .append(' ');
            out.append(quoted(entry.documentRef() == null ? "" : entry.documentRef()))
                    .append('\n');
            out.append("  position: ")
                    .append(quoted(String.valueOf(entry.position())))
                    .append('\n');
            out.append("  event: ").append(quoted(entry.eventId())).append('\n');
            legs(out, entry);
        }

        @Override
        void check(Appendable out, String account, BigDecimal balance, String currency, LocalDate last)
                throws IOException {
            // A balance directive holds at the beginning of its day; no tolerance.
            out.append(last.plusDays(1).toString())
                    .append(" balance ")
                    .append(account)
                    .append(' ');
            out.append(balance.toPlainString()).append(" ~ 0 ").append(currency).append('\n');
        }
    };

    /** The format of that name; empty where there is none. */
    static Optional<JournalFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Writes what stands before everything else; nothing for most. */
    void begin(Appendable out) throws IOException {
        // most programs need no word of introduction
    }

    /** Declares a currency. */
    abstract void declare(Appendable out, String currency) throws IOException;

    /** Declares an account that is used from a day on. */
    void declare(Appendable out, String account, String currency, LocalDate first) throws IOException {
        out.append("account ").append(account).append('\n');
    }

    /** Writes an entry. */
    void entry(Appendable out, JournalEntry entry) throws IOException {
        out.append(entry.effectiveDate().toString()).append(" * (").append(String.valueOf(entry.position()));
        out.append(") ").append(entry.type()).append('\n');
        out.append("    ; event: ").append(entry.eventId()).append('\n');
        if (entry.documentRef() != null) {
            out.append("    ; document: ").append(plain(entry.documentRef())).append('\n');
        }
        legs(out, entry);
    }

    /** Asserts a balance after everything up to a day, the last in the file. */
    void check(Appendable out, String account, BigDecimal balance, String currency, LocalDate last) throws IOException {
        out.append(last.toString()).append(" * balance of ").append(account).append('\n');
        out.append("    ").append(account).append("  0 ").append(currency);
        out.append(" = ")
                .append(balance.toPlainString())
                .append(' ')
                .append(currency)
                .append("\n\n");
    }

    private static void legs(Appendable out, JournalEntry entry) throws IOException {
        for (JournalEntry.Leg leg : entry.legs()) {
            out.append("    ").append(JournalNames.of(leg.account())).append("  ");
            out.append(leg.amount().toPlainString())
                    .append(' ')
                    .append(entry.currency())
                    .append('\n');
        }
        out.append('\n');
    }

    /** Text for a comment, in which these characters would begin a tag, a date or another comment. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ("%:;[]()=".indexOf(c) >= 0) {
                plain.append(String.format("%%%02X", c));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
