package org.specialfund.ledger.api.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CodeDeriverTest {

    private static final List<String> PIECES = List.of(
            "PHC",
            "phc",
            "Phc",
            " ",
            "  ",
            "-",
            " - ",
            "/",
            ".",
            "é",
            "e",
            "专项",
            "资金",
            "１",
            "1",
            "ß",
            "ss",
            "\uD840\uDC00",
            "İ",
            "i",
            "n-",
            "x".repeat(70));

    @RepeatedTest(50)
    void twoNamesNeverShareACode(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Set<String> names = names(random, 400);
        Map<String, DerivedCode> codes = derive(names, Map.of());

        assertThat(codes.keySet()).isEqualTo(names);
        assertThat(codes.values().stream().map(code -> code.code().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(codes.values()).allSatisfy(code -> assertThat(code.code()).matches("[A-Za-z0-9._-]{1,64}"));
    }

    @RepeatedTest(50)
    void theOrderOfTheNamesDoesNotMatter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> names = new ArrayList<>(names(random, 100));
        Map<String, DerivedCode> codes = derive(names, Map.of());
        Collections.shuffle(names, random);
        assertThat(derive(names, Map.of())).isEqualTo(codes);
    }

    @RepeatedTest(50)
    void codesStayWhateverFilesComeLater(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, String> ledger = new HashMap<>();
        Map<String, String> codeOf = new HashMap<>();
        for (int file = 0; file < 10; file++) {
            for (DerivedCode code : derive(names(random, 60), ledger).values()) {
                assertThat(codeOf.getOrDefault(code.name(), code.code())).isEqualTo(code.code());
                codeOf.put(code.name(), code.code());
                String other = ledger.put(code.code().toLowerCase(Locale.ROOT), code.name());
                assertThat(other).isIn(null, code.name());
            }
        }
    }

    @Test
    void aSuffixComesOnlyWhereItIsNeeded() {
        Map<String, DerivedCode> codes =
                derive(List.of("Grant to PHC - Non wage", "Grant to PHC- Non wage", "LGMSD (Former LGDP)"), Map.of());
        assertThat(codes.get("LGMSD (Former LGDP)").code()).isEqualTo("LGMSD-Former-LGDP");
        assertThat(codes.get("LGMSD (Former LGDP)").suffixed()).isFalse();
        assertThat(codes.get("Grant to PHC- Non wage").code()).matches("Grant-to-PHC-Non-wage-[0-9a-f]{8}");
        assertThat(codes.get("Grant to PHC- Non wage").suffixed()).isTrue();
        assertThat(codes.get("Grant to PHC - Non wage").suffixed()).isTrue();
    }

    @Test
    void aNameInAnotherScriptIsItsHash() {
        assertThat(derive(List.of("市级信息化专项资金"), Map.of()).get("市级信息化专项资金").code())
                .matches("n-[0-9a-f]{8}");
    }

    @Test
    void aCodeThatTheLedgerGaveAnotherNameIsNotTaken() {
        Map<String, DerivedCode> codes =
                derive(List.of("SFG", "PRDP"), Map.of("sfg", "School Facilities", "prdp", "PRDP"));
        assertThat(codes.get("SFG").suffixed()).isTrue();
        assertThat(codes.get("PRDP").code()).isEqualTo("PRDP");
    }

    private static Map<String, DerivedCode> derive(Collection<String> names, Map<String, String> ledger) {
        return CodeDeriver.derive("fund", "", names, code -> ledger.get(code.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> names(Random random, int count) {
        Set<String> names = new HashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            int pieces = 1 + random.nextInt(4);
            for (int i = 0; i < pieces; i++) {
                name.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            names.add(name.toString());
        }
        return names;
    }
}
