package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.shared.RefusalCode;

/** The catalogue of refusals: codes are unique and frozen in form, sentences match, and its page is up to date. */
class RefusalCatalogueTest {

    private static final Path PAGE = Path.of("docs", "refusals.md");

    private static final Pattern FIGURE = Pattern.compile("\\{([a-zA-Z]+)}");

    @Test
    void codesAreUniqueAndKebabCase() {
        assertThat(LedgerCore.refusalCodes()).extracting(RefusalCode::code).doesNotHaveDuplicates();
        assertThat(LedgerCore.refusalCodes())
                .allSatisfy(code -> assertThat(code.code()).matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void bothLanguagesNameTheSameFigures() {
        assertThat(LedgerCore.refusalCodes())
                .allSatisfy(code ->
                        assertThat(figures(code.chinese())).as(code.code()).isEqualTo(figures(code.english())));
    }

    /** {@code -Drefusals.rewrite=true} writes it. */
    @Test
    void thePageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("refusals.rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("write it anew with -Dtest=RefusalCatalogueTest -Drefusals.rewrite=true")
                .hasContent(page());
    }

    private static Set<String> figures(String sentence) {
        return FIGURE.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Refusals

                Why the ledger refuses a command, in the order in which it decides: the first stage that refuses is the one that is
                given. Codes are frozen. Words in braces are figures of the refusal. Written from the code by `RefusalCatalogueTest`.

                | stage | code | English | 中文 |
                |---|---|---|---|
                """);
        for (RefusalCode code : LedgerCore.refusalCodes()) {
            page.append("| %s | `%s` | %s | %s |%n"
                    .formatted(
                            code.stage().name().toLowerCase(Locale.ROOT), code.code(), code.english(), code.chinese()));
        }
        return page.toString();
    }
}
