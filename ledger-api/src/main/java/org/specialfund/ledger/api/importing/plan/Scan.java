package org.specialfund.ledger.api.importing.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.CodeRule;
import org.specialfund.ledger.api.importing.profile.Field;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.RecordRule;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.SourceRow;

/**
 * The first look at a file: reads it twice, once for the names that codes are derived from and once for everything
 * else, and keeps what concerns the file as a whole. Its memory grows with the number of funds, years and payees, and by
 * 8 to 32 bytes an allocation.
 */
public final class Scan {

    /** Lines below the header that one file may hold. */
    public static final long MOST_LINES = 2_000_000;

    private static final int MOST_ESTABLISHED = 50_000;

    private final Profile profile;
    private final Limits limits;
    private final Known known;
    private final long mostRows;
    private final Map<RowKind, Map<String, PlannedRow>> establish = new EnumMap<>(RowKind.class);
    private final Map<SortedMap<String, String>, BigDecimal> appropriations = new LinkedHashMap<>();
    private final SeenReferences allocations = new SeenReferences();
    private final Map<RowKind, Tally> planned = new EnumMap<>(RowKind.class);
    private long lines;
    private long skipped;
    private long malformed;
    private BigDecimal control = BigDecimal.ZERO;

    /**
     * A look at one file.
     *
     * @param mostRows that its plan may hold
     */
    public Scan(Profile profile, Limits limits, Known known, long mostRows) {
        this.profile = profile;
        this.limits = limits;
        this.known = known;
        this.mostRows = mostRows;
    }

    /** Takes the lines that cannot be read, as they are met. */
    @FunctionalInterface
    public interface MalformedLines {
        /** Takes a line. */
        void accept(long line, List<Line.Problem> problems);
    }

    /**
     * What the file holds.
     *
     * @param codes derived from its names
     * @param establish what is missing in the ledger, in order: funds, years, payees, appropriations
     * @param lines below the header, those left out not counted
     * @param planned rows by kind, as the file says them, whatever the ledger makes of them
     * @param rows that the whole plan holds
     * @param control the sum of the control column over the lines that are well formed, in the file's own unit
     */
    public record Result(
            Codes codes,
            List<PlannedRow> establish,
            long lines,
            long skipped,
            long malformed,
            Map<RowKind, Tally> planned,
            long rows,
            BigDecimal control) {}

    /**
     * Reads the file; once.
     *
     * @throws RejectedFileException where it cannot be imported at all
     */
    public Result read(Path file, MalformedLines malformedLines) throws IOException {
        Codes codes = new Codes(profile.codes().isEmpty() ? List.of() : derive(file));
        try (Table table = Table.open(file, profile, limits)) {
            LineMapper mapper = new LineMapper(profile, table);
            for (SourceRow row = table.next(); row != null; row = table.next()) {
                add(mapper.map(row, codes), malformedLines);
            }
        }
        return result(codes);
    }

    private List<DerivedCode> derive(Path file) throws IOException {
        Map<String, TreeSet<String>> names = new TreeMap<>();
        int count = 0;
        try (Table table = Table.open(file, profile, limits)) {
            LineMapper mapper = new LineMapper(profile, table);
            for (SourceRow row = table.next(); row != null; row = table.next()) {
                for (Map.Entry<String, String> name : mapper.names(row).entrySet()) {
                    boolean added = names.computeIfAbsent(name.getKey(), rule -> new TreeSet<>())
                            .add(name.getValue());
                    count += added ? 1 : 0;
                    checkCount(count);
                }
            }
        }
        List<DerivedCode> codes = new ArrayList<>();
        names.forEach((rule, ofRule) -> codes.addAll(codes(rule, ofRule)));
        return codes;
    }

    private Collection<DerivedCode> codes(String rule, TreeSet<String> names) {
        CodeRule code = profile.codes().get(rule);
        RowKind kind = established(rule);
        return CodeDeriver.derive(
                        rule,
                        code == null ? "" : code.prefix(),
                        names,
                        candidate -> kind == null ? null : known.nameOf(kind, candidate))
                .values();
    }

    /** What a derived code names, by the rule that establishes it; null where the profile establishes nothing by it. */
    private @Nullable RowKind established(String codeRule) {
        return profile.establish().stream()
                .filter(rule -> isKey(rule, codeRule))
                .map(RecordRule::kind)
                .findFirst()
                .orElse(null);
    }

    private static boolean isKey(RecordRule rule, String codeRule) {
        Field key = rule.fields().get(rule.kind().key().get(0));
        return rule.kind().key().size() == 1
                && key != null
                && key.from() == Field.From.CODE
                && key.source().equals(codeRule);
    }

    private void add(Line line, MalformedLines malformedLines) {
        if (line.skipped()) {
            skipped++;
            return;
        }
        if (++lines > MOST_LINES) {
            throw new RejectedFileException("too-many-lines", "The file has more than " + MOST_LINES + " lines.");
        }
        if (!line.problems().isEmpty()) {
            malformed++;
            malformedLines.accept(line.number(), line.problems());
            return;
        }
        line.establish().forEach(this::establish);
        if (line.allocation() != null) {
            allocate(line.allocation(), line.appropriation());
        }
        line.payments().forEach(this::count);
        checkRows(streamed());
        control = line.control() == null ? control : control.add(line.control());
    }

    private void establish(PlannedRow row) {
        Map<String, PlannedRow> rows = establish.computeIfAbsent(row.kind(), kind -> new LinkedHashMap<>());
        if (rows.putIfAbsent(row.reference(), row) == null) {
            count(row);
            checkCount(rows.size());
        }
    }

    private void allocate(PlannedRow allocation, @Nullable SortedMap<String, String> appropriation) {
        count(allocation);
        BigDecimal amount = allocation.amount();
        String number = allocation.reference();
        if (appropriation == null
                || amount == null
                || !allocations.add(number)
                || known.exists(RowKind.ALLOCATION, number)) {
            return;
        }
        BigDecimal missing = amount.subtract(known.appropriated(allocation));
        if (missing.signum() > 0) {
            appropriations.merge(appropriation, missing, BigDecimal::add);
            checkCount(appropriations.size());
        }
    }

    private void count(PlannedRow row) {
        BigDecimal amount = row.amount();
        planned.merge(row.kind(), Tally.NONE.plus(amount == null ? BigDecimal.ZERO : amount), Tally::plus);
    }

    private Result result(Codes codes) {
        List<PlannedRow> missing = new ArrayList<>();
        establish.values().stream()
                .flatMap(rows -> rows.values().stream())
                .filter(row -> !known.exists(row.kind(), row.reference()))
                .forEach(missing::add);
        appropriations.forEach((content, sum) -> {
            SortedMap<String, String> whole = new TreeMap<>(content);
            whole.put("amount", sum.stripTrailingZeros().toPlainString());
            PlannedRow row = PlannedRow.of(RowKind.APPROPRIATION, 0, whole);
            count(row);
            missing.add(row);
        });
        missing.sort(Comparator.comparing(PlannedRow::kind)); // stable: file order within a kind
        long rows = missing.size() + streamed();
        checkRows(rows);
        return new Result(codes, List.copyOf(missing), lines, skipped, malformed, Map.copyOf(planned), rows, control);
    }

    /** Rows that are not kept but read again. */
    private long streamed() {
        return Stream.of(RowKind.ALLOCATION, RowKind.DISBURSEMENT, RowKind.RETURN)
                .mapToLong(kind -> planned.getOrDefault(kind, Tally.NONE).rows())
                .sum();
    }

    /** A rehearsal keeps in memory what its rows have changed; one of a part would say nothing of the rest. */
    private void checkRows(long rows) {
        if (rows > mostRows) {
            throw new RejectedFileException(
                    "too-many-rows",
                    "The file makes more than " + mostRows + " rows, which is as many as an import may have"
                            + " (ledger.imports.most-rows). Nothing is recorded; send it in parts.");
        }
    }

    private static void checkCount(int count) {
        if (count > MOST_ESTABLISHED) {
            throw new RejectedFileException(
                    "too-many-names", "The file names more than " + MOST_ESTABLISHED + " funds, years or payees.");
        }
    }
}
