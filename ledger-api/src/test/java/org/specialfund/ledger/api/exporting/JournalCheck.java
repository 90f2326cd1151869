package org.specialfund.ledger.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets hledger, ledger and bean-check read a ledger's journal, and compares each with {@code /trial-balance}. */
public final class JournalCheck {

    private final Path folder;
    private final Function<String, String> api;

    /**
     * A check of one ledger.
     *
     * @param folder for the journals
     * @param api answers a GET of a path below {@code /api/v1}, as one who may see all
     */
    public JournalCheck(Path folder, Function<String, String> api) {
        this.folder = folder;
        this.api = api;
    }

    /** All three read it without a complaint and agree with every balance, to the last unit; returns how many. */
    public int allAgree() throws IOException {
        JournalTools.demand();
        Map<String, BigDecimal> ours = trialBalance();
        assertThat(JournalTools.hledger(journal("hledger"))).isEqualTo(ours);
        assertThat(JournalTools.ledger(journal("ledger"))).isEqualTo(ours);
        assertThat(JournalTools.beancount(journal("beancount"))).isEqualTo(ours);
        return ours.size();
    }

    Path journal(String format) throws IOException {
        return Files.writeString(folder.resolve("book." + format), api.apply("/exports/journal?format=" + format));
    }

    /** The balances of {@code /trial-balance} under the journal's names, those of zero left out. */
    private Map<String, BigDecimal> trialBalance() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        JsonNode funds = json("/funds?limit=500");
        assertThat(funds.get("next")).as("all funds are on one page").isNull();
        for (JsonNode fund : funds.get("items")) {
            JsonNode trial = json("/trial-balance?fund=" + fund.get("fundCode").asString());
            assertThat(trial.get("balanced").asBoolean()).isTrue();
            for (JsonNode account : trial.get("accounts")) {
                BigDecimal balance = new BigDecimal(account.get("balance").asString());
                if (balance.signum() != 0) {
                    balances.put(JournalNames.of(account(account)), balance.stripTrailingZeros());
                }
            }
        }
        assertThat(balances).isNotEmpty();
        return balances;
    }

    private static Account account(JsonNode view) {
        return new Account(
                AccountKind.of(view.get("kind").asString()),
                view.get("fundCode").asString(),
                view.get("year").asInt(),
                view.hasNonNull("allocationNo") ? view.get("allocationNo").asString() : null,
                view.hasNonNull("payee") ? view.get("payee").asString() : null);
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(api.apply(path));
    }
}
