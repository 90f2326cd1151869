package org.specialfund.ledger.api.importing.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Checks what a profile says against the commands that it fills. */
final class ProfileCheck {

    private final List<InvalidProfileException.Problem> problems;

    ProfileCheck(List<InvalidProfileException.Problem> problems) {
        this.problems = problems;
    }

    void check(Profile profile) {
        profile.rules().forEach(rule -> rule(profile, rule));
        if (profile.rules().findAny().isEmpty()) {
            problem("", "the profile must say what to record: establish, allocation or disbursements");
        }
        RecordRule appropriation = profile.appropriation();
        if (appropriation != null) {
            appropriation(profile, appropriation);
        }
        String currency = profile.currency();
        if (currency != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known ->
                                known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() >= 0)) {
            problem("currency", "is not a code of ISO 4217");
        }
        if (profile.file().headerLine() == 0 && !profile.requiredColumns().isEmpty()) {
            problem("file.headerLine", "is 0, so columns can be named by index only");
        }
        if (profile.control() != null
                && profile.control().from() != Field.From.COLUMN
                && profile.control().from() != Field.From.INDEX) {
            problem("control", "must be a column");
        }
    }

    private void appropriation(Profile profile, RecordRule appropriation) {
        if (appropriation.fields().containsKey("amount")) {
            problem(appropriation.path() + ".amount", "is always the sum of the allocations");
        }
        if (profile.allocation() == null) {
            problem(appropriation.path(), "needs an allocation to sum");
        }
        if (profile.currency() == null) {
            problem("currency", "is required for an appropriation");
        }
    }

    private void rule(Profile profile, RecordRule rule) {
        CommandShape shape = rule.kind().shape();
        Map<String, CommandShape.Type> known = shape.fields();
        rule.fields().forEach((name, field) -> {
            String path = rule.path() + "." + name;
            CommandShape.Type type = known.get(name);
            if (type == null) {
                problem(path, "is not known here; known are " + String.join(", ", known.keySet()));
            } else {
                value(profile, path, type, field);
            }
        });
        boolean sums = rule.kind() == RowKind.APPROPRIATION;
        known.keySet().stream()
                .filter(name -> shape.requires(name) && !rule.fields().containsKey(name))
                .filter(name -> !(sums && name.equals("amount")))
                .forEach(name -> problem(rule.path() + "." + name, "is required"));
    }

    private void value(Profile profile, String path, CommandShape.Type type, Field field) {
        switch (field.from()) {
            case CODE, NAME -> {
                if (!profile.codes().containsKey(field.source())) {
                    problem(path, "refers to codes." + field.source() + ", which is not there");
                }
            }
            case VALUE -> constant(path, type, field.source());
            default -> {
                if (field.whenBlank() != null) {
                    constant(path + ".whenBlank", type, field.whenBlank());
                }
            }
        }
    }

    private void constant(String path, CommandShape.Type type, String value) {
        boolean good =
                switch (type) {
                    case WHOLE_NUMBER -> value.matches("[0-9]{1,6}");
                    case AMOUNT -> value.matches("[0-9]{1,18}(\\.[0-9]{1,6})?");
                    case DATE -> isDate(value);
                    case TEXT, OTHER -> !value.isBlank();
                };
        if (!good) {
            problem(
                    path,
                    "is not "
                            + switch (type) {
                                case WHOLE_NUMBER -> "a whole number";
                                case AMOUNT -> "an amount such as 1409.50";
                                case DATE -> "a date such as 2015-06-30";
                                case TEXT, OTHER -> "a text";
                            });
        }
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void problem(String field, String problem) {
        problems.add(new InvalidProfileException.Problem(field, problem));
    }
}
