package org.specialfund.ledger.api.payee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.vault.Vault;
import org.specialfund.ledger.api.vault.Vault.Kind;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What the vault keeps of payees. It is kept before the command is given, so that no event ever stands without it, and
 * removed where the command came to nothing, or was only repeated.
 */
@Component
class PayeeSecrets {

    private final Vault vault;

    PayeeSecrets(Vault vault) {
        this.vault = vault;
    }

    String hash(String value) {
        return vault.hash(value);
    }

    /** Gives a command, keeping a person's name. */
    ResponseEntity<CommandAnswer> keepingName(
            String payee,
            String name,
            WriteRequest request,
            Function<WriteRequest, ResponseEntity<CommandAnswer>> command) {
        return command(List.of(vault.put(subject(payee), Kind.PERSON_NAME, name)), request, command);
    }

    /** Gives a command, keeping an account's number and holder. */
    ResponseEntity<CommandAnswer> keeping(
            BankAccount account, WriteRequest request, Function<WriteRequest, ResponseEntity<CommandAnswer>> command) {
        String subject = subject(account.payee(), account.accountId());
        List<Long> kept = new ArrayList<>(List.of(vault.put(subject, Kind.ACCOUNT_NUMBER, account.number())));
        if (account.holder() != null) {
            kept.add(vault.put(subject, Kind.ACCOUNT_HOLDER, account.holder()));
        }
        return command(kept, request, command);
    }

    /** The name of a natural person; empty for a unit. */
    Optional<String> name(String payee, Person looks) {
        return vault.look(subject(payee), Kind.PERSON_NAME, looks.id());
    }

    /** The number of an account. */
    Optional<String> number(String payee, String accountId, Person looks) {
        return vault.look(subject(payee, accountId), Kind.ACCOUNT_NUMBER, looks.id());
    }

    /** The holder of an account, where one was given. */
    Optional<String> holder(String payee, String accountId, Person looks) {
        return vault.look(subject(payee, accountId), Kind.ACCOUNT_HOLDER, looks.id());
    }

    private ResponseEntity<CommandAnswer> command(
            List<Long> kept, WriteRequest request, Function<WriteRequest, ResponseEntity<CommandAnswer>> command) {
        try {
            ResponseEntity<CommandAnswer> answer = command.apply(vault.conceal(request));
            if (answer.getHeaders().containsHeader(Commands.REPEATED_HEADER)) {
                kept.forEach(vault::remove);
            }
            return answer;
        } catch (RuntimeException e) {
            kept.forEach(vault::remove);
            throw e;
        }
    }

    private static String subject(String payee) {
        return "payee:" + payee;
    }

    private static String subject(String payee, String accountId) {
        return subject(payee) + "/" + accountId;
    }
}
