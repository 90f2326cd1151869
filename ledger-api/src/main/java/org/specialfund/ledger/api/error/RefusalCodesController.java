package org.specialfund.ledger.api.error;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.specialfund.ledger.api.store.CommandRefusals;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.shared.RefusalCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "problems")
class RefusalCodesController {

    /**
     * One entry of the catalogue.
     *
     * @param stage where it stands in the order of deciding; {@code edge} for what is refused before a decision
     */
    record Entry(String code, String stage, int status, String english, String chinese) {}

    private final List<Entry> entries;

    RefusalCodesController(List<RefusalCodes> lists) {
        Stream<RefusalCode> others = lists.stream().flatMap(list -> list.all().stream());
        Stream<Entry> refusals = Stream.of(
                        LedgerCore.refusalCodes().stream(), Stream.of(CommandRefusals.BATCH_REFUSED), others)
                .flatMap(codes -> codes)
                .map(RefusalCodesController::entry);
        Stream<Entry> edge = Arrays.stream(ProblemCode.values())
                .map(code -> new Entry(code.code(), "edge", code.status(), code.english(), code.chinese()));
        this.entries = Stream.concat(edge, refusals)
                .distinct()
                .sorted(Comparator.comparing(Entry::code))
                .toList();
    }

    @GetMapping("/api/v1/refusal-codes")
    @Operation(summary = "Every code that an answer may carry, with its sentence in English and Chinese")
    List<Entry> list() {
        return entries;
    }

    private static Entry entry(RefusalCode code) {
        return new Entry(
                code.code(),
                code.stage().name().toLowerCase(Locale.ROOT),
                Problem.statusOf(code),
                code.english(),
                code.chinese());
    }
}
