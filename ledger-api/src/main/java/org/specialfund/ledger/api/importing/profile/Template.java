package org.specialfund.ledger.api.importing.profile;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text with {@code {column}} in it. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private Template() {}

    /** The columns that a template names. */
    public static Set<String> columns(String template) {
        Set<String> columns = new LinkedHashSet<>();
        PLACE.matcher(template).results().forEach(place -> columns.add(place.group(1)));
        return columns;
    }

    /** The template filled in; null where one of its columns is blank. */
    public static @Nullable String fill(String template, Function<String, @Nullable String> column) {
        Matcher place = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            String value = column.apply(place.group(1));
            if (value == null) {
                return null;
            }
            place.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return place.appendTail(text).toString();
    }
}
