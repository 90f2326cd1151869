package org.specialfund.ledger.api.importing;

/** A small layout (no, fund, unit, purpose, budget, paid), each test's own, so that tests don't meet in the ledger. */
public final class SmallProfile {

    private SmallProfile() {}

    /** The profile of that name. */
    public static String of(String name) {
        return of(name, "UTF-8");
    }

    static String of(String name, String encoding) {
        return """
                name: %1$s
                currency: CNY
                control: {column: budget}
                file: {encoding: %2$s, skip: [{column: no, matches: "total*"}], blanks: ["-"]}
                formats: {currencySigns: ["¥"]}
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
                allocation:
                  allocationNo: {column: "no"}
                  fundCode: {code: fund}
                  year: 2024
                  recipient: {code: unit}
                  purpose: {column: purpose, optional: true}
                  amount: {column: budget, skipBlank: true}
                  effectiveDate: 2024-01-02
                  documentRef: plan
                disbursements:
                  - reference: {template: "{no}-paid"}
                    allocationNo: {column: "no"}
                    payee: {code: unit}
                    amount: {column: paid, skipBlank: true}
                    effectiveDate: 2024-03-31
                """.formatted(name, encoding);
    }
}
