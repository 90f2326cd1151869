package org.specialfund.ledger.api.importing.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.BadCellException;
import org.specialfund.ledger.api.importing.profile.CodeRule;
import org.specialfund.ledger.api.importing.profile.CommandShape;
import org.specialfund.ledger.api.importing.profile.Field;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.RecordRule;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.api.importing.reading.Cell;
import org.specialfund.ledger.api.importing.reading.SourceRow;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.shared.Amounts;

/** Says what the lines of a table mean under a profile. Gives the same answer for a line each time. */
public final class LineMapper {

    private final Profile profile;
    private final Table table;

    /** Maps the lines of that table. */
    public LineMapper(Profile profile, Table table) {
        this.profile = profile;
        this.table = table;
    }

    /** The names from which codes are to be derived, by the rule; empty for a line that is malformed or left out. */
    Map<String, String> names(SourceRow row) {
        Map<String, String> names = new HashMap<>();
        if (row.problem() == null && !isSkipped(row)) {
            CellReader cells = new CellReader(profile, table, row);
            profile.codes().forEach((rule, code) -> {
                String name = cells.cell(code.name()).kind() == Cell.Kind.ERROR ? null : cells.text(code.name());
                if (name != null) {
                    names.put(rule, name);
                }
            });
        }
        return names;
    }

    /** What a row means. */
    public Line map(SourceRow row, Codes codes) {
        if (row.problem() != null) {
            return Line.malformed(
                    row.line(), List.of(new Line.Problem("", row.problem().code())));
        }
        if (isSkipped(row)) {
            return Line.skipped(row.line());
        }
        Mapping mapping = new Mapping(new CellReader(profile, table, row), codes, row.line());
        List<PlannedRow> establish = new ArrayList<>();
        profile.establish().forEach(rule -> addTo(establish, mapping.row(rule)));
        PlannedRow allocation = null;
        SortedMap<String, String> appropriation = null;
        if (profile.allocation() != null) {
            allocation = mapping.row(profile.allocation());
            if (allocation != null && profile.appropriation() != null && isMoney(allocation)) {
                appropriation = mapping.content(profile.appropriation());
            }
        }
        List<PlannedRow> payments = new ArrayList<>();
        profile.disbursements().forEach(rule -> addTo(payments, mapping.row(rule)));
        BigDecimal control = mapping.control();
        if (!mapping.problems.isEmpty()) {
            return Line.malformed(row.line(), mapping.problems);
        }
        if (allocation != null && appropriation != null) {
            allocation = allocation.asPartOf(
                    PlannedRow.of(RowKind.APPROPRIATION, 0, appropriation).reference());
        }
        return new Line(row.line(), List.of(), false, establish, appropriation, allocation, payments, control);
    }

    /** The row that one rule makes of a line; null where it makes none, or none that is well formed. */
    public @Nullable PlannedRow row(SourceRow row, RecordRule rule, Codes codes) {
        return new Mapping(new CellReader(profile, table, row), codes, row.line()).row(rule);
    }

    private static void addTo(List<PlannedRow> rows, @Nullable PlannedRow row) {
        if (row != null) {
            rows.add(row);
        }
    }

    /** Whether an amount can be allocated at all; one that cannot must not spoil the sum of the others. */
    private boolean isMoney(PlannedRow allocation) {
        BigDecimal amount = allocation.amount();
        String currency = profile.currency();
        return amount != null
                && amount.signum() > 0
                && currency != null
                && amount.stripTrailingZeros().scale() <= Amounts.digits(currency);
    }

    private boolean isSkipped(SourceRow row) {
        CellReader cells = new CellReader(profile, table, row);
        return table.isBlank(row)
                || profile.file().skip().stream().anyMatch(rule -> rule.pattern()
                        .matches(cells.cell(rule.cell()).text().strip()));
    }

    /** The mapping of one line. */
    private final class Mapping {

        private final CellReader cells;
        private final Codes codes;
        private final long line;
        private final List<Line.Problem> problems = new ArrayList<>();

        Mapping(CellReader cells, Codes codes, long line) {
            this.cells = cells;
            this.codes = codes;
            this.line = line;
        }

        /** What a rule makes of the line; null where that is nothing, or where a problem was noted. */
        @Nullable
        PlannedRow row(RecordRule rule) {
            SortedMap<String, String> content = content(rule);
            if (content == null) {
                return null;
            }
            PlannedRow row = paymentOrReturn(rule, content);
            try {
                row.command();
                return row;
            } catch (MalformedException e) {
                e.problems().forEach(problem -> problem(rule.path() + "." + problem.field(), problem.problem()));
                return null;
            }
        }

        /** The row with this content; of a payment below zero, the return that it stands for. */
        private PlannedRow paymentOrReturn(RecordRule rule, SortedMap<String, String> content) {
            PlannedRow row = PlannedRow.of(rule.kind(), line, content);
            RecordRule.ReturnRule returns = rule.returns();
            BigDecimal amount = row.amount();
            if (returns == null || returns.of() == null || amount == null || amount.signum() >= 0) {
                return row;
            }
            String payment = value(rule.path() + ".returnOf", CommandShape.Type.TEXT, returns.of());
            String kind = value(rule.path() + ".returnKind", CommandShape.Type.TEXT, returns.kind());
            if (payment == null) {
                return row; // a return that names no payment: the ledger says so
            }
            SortedMap<String, String> returned = new TreeMap<>(content);
            returned.keySet().retainAll(RowKind.RETURN.shape().fields().keySet());
            returned.put("reference", payment);
            returned.put("amount", amount.negate().toPlainString());
            if (kind != null) {
                returned.put("kind", kind);
            }
            return new PlannedRow(RowKind.RETURN, row.reference(), line, returned, null);
        }

        /** The fields of a rule; null where there is nothing to record, or where a problem was noted. */
        @Nullable
        SortedMap<String, String> content(RecordRule rule) {
            if (rule.fields().values().stream().anyMatch(field -> field.skipBlank() && cells.isBlank(field))) {
                return null;
            }
            SortedMap<String, String> content = new TreeMap<>();
            int before = problems.size();
            rule.fields().forEach((name, field) -> {
                CommandShape.Type type = rule.kind().shape().fields().getOrDefault(name, CommandShape.Type.OTHER);
                String value = value(rule.path() + "." + name, type, field);
                if (value != null) {
                    content.put(name, value);
                }
            });
            return problems.size() > before ? null : content;
        }

        @Nullable
        BigDecimal control() {
            Field control = profile.control();
            String value = control == null ? null : value("control", CommandShape.Type.OTHER, control);
            return value == null ? null : new BigDecimal(value);
        }

        private @Nullable String value(String path, CommandShape.Type type, Field field) {
            try {
                String text = text(field);
                return text == null || isConstant(field) || type == CommandShape.Type.TEXT
                        ? text
                        : cells.typed(field, type);
            } catch (BadCellException e) {
                problem(path, e.code());
                return null;
            }
        }

        /** Whether the value is the profile's own and so in the ledger's form already. */
        private boolean isConstant(Field field) {
            return field.from() == Field.From.VALUE
                    || field.from() != Field.From.CODE && field.from() != Field.From.NAME && cells.isBlank(field);
        }

        private @Nullable String text(Field field) {
            return switch (field.from()) {
                case CODE, NAME -> {
                    CodeRule rule = profile.codes().get(field.source());
                    String name = rule == null ? null : cells.text(rule.name());
                    yield name == null || field.from() == Field.From.NAME ? name : codes.of(field.source(), name);
                }
                default -> cells.text(field);
            };
        }

        private void problem(String field, String code) {
            problems.add(new Line.Problem(field, code));
        }
    }
}
