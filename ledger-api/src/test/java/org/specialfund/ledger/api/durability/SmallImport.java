package org.specialfund.ledger.api.durability;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file to import, as often as wanted: under another name nothing in it is there already. */
final class SmallImport {

    private static final int LINES = 150;

    /** How many payments are recorded: every tenth pays more than was allocated and is refused. */
    static final int PAYMENTS = LINES * 9 / 10;

    private SmallImport() {}

    static byte[] file(String name) {
        Stream<String> lines = IntStream.range(0, LINES)
                .mapToObj(i -> name + "-" + i + "," + name + " fund,Unit " + i % 3 + ",100.00,"
                        + (i % 10 == 9 ? "100.01" : "70.10"));
        String text = "no,fund,unit,budget,paid\n" + String.join("\n", lines.toList()) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String profile(String name) {
        return """
            name: %1$s
            currency: CNY
            file: {encoding: UTF-8}
            codes:
              fund: {name: {column: fund}}
              unit: {name: {column: unit}, prefix: "%1$s:"}
            establish:
              fund: {fundCode: {code: fund}, name: {name: fund}, kind: regular, currency: CNY,
                termFrom: 2024-01-01, timeZone: Asia/Shanghai, firstMonth: 1, returnsTo: allocation,
                surplusTo: year, lateReturnsTo: treasury, documentRef: plan}
              year: {fundCode: {code: fund}, year: 2024, documentRef: plan}
              payee: {payee: {code: unit}, kind: organisation, name: {name: unit}}
            appropriation: {fundCode: {code: fund}, year: 2024, effectiveDate: 2024-01-01, documentRef: plan}
            allocation: {allocationNo: {column: "no"}, fundCode: {code: fund}, year: 2024,
              recipient: {code: unit}, amount: {column: budget}, effectiveDate: 2024-01-02, documentRef: plan}
            disbursements:
              - {reference: {template: "{no}-paid"}, allocationNo: {column: "no"}, payee: {code: unit},
                amount: {column: paid}, effectiveDate: 2024-03-31}
            """.formatted(name);
    }
}
