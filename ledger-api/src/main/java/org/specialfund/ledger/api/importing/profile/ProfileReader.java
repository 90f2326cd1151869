package org.specialfund.ledger.api.importing.profile;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads profiles from YAML, strictly: what it does not know is a problem, named by its place. Thread-safe. */
public final class ProfileReader {

    /** Characters of the longest profile. */
    public static final int LONGEST = 64 * 1024;

    private static final List<String> SECTIONS = List.of(
            "name",
            "title",
            "source",
            "currency",
            "multiplier",
            "file",
            "formats",
            "control",
            "codes",
            "establish",
            "appropriation",
            "allocation",
            "disbursements");
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "UTF-8", Charset.forName("UTF-8"),
            "GB18030", Charset.forName("GB18030"),
            "WINDOWS-1252", Charset.forName("windows-1252"));
    private static final Set<String> OF_RETURNS = Set.of("negativeIs", "returnOf", "returnKind");
    private static final int MOST_RULES = 100;

    private final YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    /**
     * The profile.
     *
     * @throws InvalidProfileException with every problem found
     */
    public Profile read(String text) {
        List<InvalidProfileException.Problem> problems = new ArrayList<>();
        ProfileNode root = new ProfileNode(tree(text), "", problems);
        if (!root.isMapping()) {
            root.problem("must be a mapping");
            throw new InvalidProfileException(problems);
        }
        Profile profile = profile(root.only(SECTIONS));
        new ProfileCheck(problems).check(profile);
        if (!problems.isEmpty()) {
            throw new InvalidProfileException(problems);
        }
        return profile;
    }

    private @Nullable JsonNode tree(String text) {
        if (text.length() > LONGEST) {
            throw invalid("must not be longer than " + LONGEST + " characters");
        }
        try {
            return yaml.readTree(text);
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw invalid("is not YAML" + where + ": " + e.getOriginalMessage());
        }
    }

    private static InvalidProfileException invalid(String problem) {
        return new InvalidProfileException(List.of(new InvalidProfileException.Problem("", "the profile " + problem)));
    }

    private static Profile profile(ProfileNode root) {
        String name = root.at("name").requiredText();
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            root.at("name").problem("must be 1 to 64 of letters, digits, . _ -");
        }
        ProfileNode formats = root.at("formats").only(List.of("decimal", "thousands", "currencySigns", "dates"));
        ProfileNode establish = root.at("establish");
        List<RecordRule> missing = new ArrayList<>();
        List<String> kinds = List.of("fund", "year", "payee");
        establish.only(kinds);
        for (String kind : kinds) {
            if (!establish.at(kind).isAbsent()) {
                missing.add(rule(establish.at(kind), RowKind.of(kind)));
            }
        }
        return new Profile(
                name,
                root.at("title").text(),
                root.at("source").text(),
                root.at("currency").text(),
                multiplier(root.at("multiplier")),
                layout(root.at("file")),
                numbers(formats),
                dates(formats.at("dates")),
                root.at("control").isAbsent() ? null : field(root.at("control")),
                codes(root.at("codes")),
                missing,
                ruleOrNull(root.at("appropriation"), RowKind.APPROPRIATION),
                ruleOrNull(root.at("allocation"), RowKind.ALLOCATION),
                disbursements(root.at("disbursements")));
    }

    private static List<RecordRule> disbursements(ProfileNode node) {
        List<ProfileNode> items = node.items();
        if (items.size() > MOST_RULES) {
            node.problem("must not hold more than " + MOST_RULES);
        }
        return items.stream()
                .limit(MOST_RULES)
                .map(item -> rule(item, RowKind.DISBURSEMENT))
                .toList();
    }

    private static @Nullable RecordRule ruleOrNull(ProfileNode node, RowKind kind) {
        return node.isAbsent() ? null : rule(node, kind);
    }

    private static RecordRule rule(ProfileNode node, RowKind kind) {
        Map<String, Field> fields = new LinkedHashMap<>();
        boolean pays = kind == RowKind.DISBURSEMENT;
        node.entries().forEach((name, field) -> {
            if (!pays || !OF_RETURNS.contains(name)) {
                fields.put(name, field(field));
            }
        });
        return new RecordRule(node.path(), kind, fields, pays ? returns(node) : null);
    }

    private static RecordRule.@Nullable ReturnRule returns(ProfileNode node) {
        String negativeIs = node.at("negativeIs").text("mistake");
        if (!Set.of("return", "mistake").contains(negativeIs)) {
            node.at("negativeIs").problem("must be return or mistake");
        }
        ProfileNode of = node.at("returnOf");
        ProfileNode kind = node.at("returnKind");
        if (!negativeIs.equals("return")) {
            if (!of.isAbsent() || !kind.isAbsent()) {
                node.at("negativeIs").problem("must be return for returnOf and returnKind to mean anything");
            }
            return null;
        }
        return new RecordRule.ReturnRule(
                of.isAbsent() ? null : field(of), kind.isAbsent() ? Field.constant("refunded") : field(kind));
    }

    private static BigDecimal multiplier(ProfileNode node) {
        String text = node.text("1");
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") || new BigDecimal(text).signum() == 0) {
            node.problem("must be a number above zero");
            return BigDecimal.ONE;
        }
        return new BigDecimal(text);
    }

    private static FileLayout layout(ProfileNode node) {
        node.only(List.of("encoding", "delimiter", "sheet", "headerLine", "skip", "blanks"));
        String encoding = node.at("encoding").text("UTF-8");
        Charset charset = ENCODINGS.get(encoding.toUpperCase(Locale.ROOT));
        if (charset == null) {
            node.at("encoding").problem("must be UTF-8, GB18030 or Windows-1252");
        }
        char delimiter = node.at("delimiter").character(',');
        if (",;\t|".indexOf(delimiter) < 0) {
            node.at("delimiter").problem("must be a comma, a semicolon, a tabulator or a vertical bar");
        }
        List<FileLayout.SkipRule> skip = new ArrayList<>();
        for (ProfileNode item : node.at("skip").items()) {
            item.only(List.of("column", "index", "matches"));
            skip.add(new FileLayout.SkipRule(
                    cell(item), new Glob(item.at("matches").requiredText())));
        }
        return new FileLayout(
                charset == null ? Charset.forName("UTF-8") : charset,
                delimiter,
                node.at("sheet").text(),
                node.at("headerLine").wholeNumber(1, 0, 10_000),
                skip,
                new HashSet<>(node.at("blanks").texts(List.of())));
    }

    private static NumberFormat numbers(ProfileNode formats) {
        char decimal = formats.at("decimal").character('.');
        char thousands = formats.at("thousands").character(decimal == ',' ? '.' : ',');
        if (decimal == thousands || Character.isDigit(decimal) || Character.isDigit(thousands)) {
            formats.problem("decimal and thousands must be two different signs and no digits");
        }
        List<String> signs = formats.at("currencySigns").texts(List.of());
        if (signs.stream().anyMatch(sign -> sign.isBlank() || sign.matches(".*[0-9(),.+-].*"))) {
            formats.at("currencySigns").problem("must not be blank or hold digits or signs of numbers");
        }
        return new NumberFormat(decimal, thousands, signs);
    }

    private static DateFormats dates(ProfileNode node) {
        List<String> patterns = node.texts(List.of("yyyy-MM-dd"));
        try {
            return new DateFormats(patterns);
        } catch (IllegalArgumentException e) {
            node.problem("holds a pattern that is none: " + e.getMessage());
            return new DateFormats(List.of());
        }
    }

    private static Map<String, CodeRule> codes(ProfileNode node) {
        Map<String, CodeRule> codes = new LinkedHashMap<>();
        node.entries().forEach((name, code) -> {
            code.only(List.of("name", "prefix"));
            Field from = field(code.at("name"));
            if (from.from() == Field.From.CODE || from.from() == Field.From.NAME) {
                code.at("name").problem("must not refer to a code");
            }
            codes.put(name, new CodeRule(from, code.at("prefix").text("")));
        });
        return codes;
    }

    /** A field: a plain value, or a mapping that names one source. */
    private static Field field(ProfileNode node) {
        if (!node.isMapping()) {
            return Field.constant(node.requiredText());
        }
        node.only(
                List.of("value", "column", "index", "template", "code", "name", "whenBlank", "skipBlank", "optional"));
        return cell(node);
    }

    private static Field cell(ProfileNode node) {
        Field.From from = null;
        String source = "";
        for (Field.From possible : Field.From.values()) {
            ProfileNode here = node.at(possible.name().toLowerCase(Locale.ROOT));
            if (here.isAbsent()) {
                continue;
            }
            if (from != null) {
                node.problem("must name one source only");
            }
            from = possible;
            source = possible == Field.From.INDEX ? String.valueOf(here.wholeNumber(1, 1, 1_000)) : here.requiredText();
        }
        if (from == null) {
            node.problem("must name a source: value, column, index, template, code or name");
            from = Field.From.VALUE;
        }
        return new Field(
                from,
                source,
                node.at("whenBlank").text(),
                node.at("skipBlank").yes(),
                node.at("optional").yes());
    }
}
