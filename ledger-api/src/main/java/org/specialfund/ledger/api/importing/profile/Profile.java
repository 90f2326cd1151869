package org.specialfund.ledger.api.importing.profile;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the layout of a file becomes funds, appropriations, allocations and payments. Immutable.
 *
 * @param source where such files come from and under which licence; null where nothing need be said
 * @param currency of the amounts, for reports; null where each fund has its own
 * @param multiplier turns the file's numbers into the currency's units: 1,000,000 for millions
 * @param control the column whose sum, in the file's own unit, a control total is compared with; null for none
 * @param codes our codes derived from names, by the name that fields refer to them by
 * @param establish what is established where it is missing: funds, years, payees
 * @param appropriation one a fund year, of the sum of its allocations in the file; null for none
 * @param allocation at most one a line; null for none
 * @param disbursements at most one each a line, in this order
 */
public record Profile(
        String name,
        @Nullable String title,
        @Nullable String source,
        @Nullable String currency,
        BigDecimal multiplier,
        FileLayout file,
        NumberFormat numbers,
        DateFormats dates,
        @Nullable Field control,
        Map<String, CodeRule> codes,
        List<RecordRule> establish,
        @Nullable RecordRule appropriation,
        @Nullable RecordRule allocation,
        List<RecordRule> disbursements) {

    /** Copies the collections. */
    public Profile {
        codes = Map.copyOf(codes);
        establish = List.copyOf(establish);
        disbursements = List.copyOf(disbursements);
    }

    /** All rules. */
    public Stream<RecordRule> rules() {
        return Stream.concat(
                establish.stream(),
                Stream.concat(
                        Stream.of(appropriation, allocation).flatMap(Stream::ofNullable), disbursements.stream()));
    }

    /** Every field that reads the file. */
    public Stream<Field> readingFields() {
        Stream<Field> ruled =
                rules().flatMap(rule -> Stream.concat(rule.fields().values().stream(), fieldsOf(rule.returns())));
        Stream<Field> others = Stream.of(
                        codes.values().stream().map(CodeRule::name),
                        file.skip().stream().map(FileLayout.SkipRule::cell),
                        Stream.ofNullable(control))
                .flatMap(fields -> fields);
        return Stream.concat(ruled, others);
    }

    private static Stream<Field> fieldsOf(RecordRule.@Nullable ReturnRule returns) {
        return returns == null
                ? Stream.empty()
                : Stream.of(returns.of(), returns.kind()).flatMap(Stream::ofNullable);
    }

    /** The names of the columns that the file must have. */
    public Set<String> requiredColumns() {
        Set<String> columns = new LinkedHashSet<>();
        readingFields().filter(field -> !field.optional()).forEach(field -> {
            if (field.from() == Field.From.COLUMN) {
                columns.add(field.source());
            } else if (field.from() == Field.From.TEMPLATE) {
                columns.addAll(Template.columns(field.source()));
            }
        });
        return columns;
    }
}
