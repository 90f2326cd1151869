package org.specialfund.ledger.core;

import java.util.Map;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * An attempt that was refused for the person's roles alone, before the command was read: there is nothing to decide,
 * and only the refusal is recorded.
 *
 * @param command the stored name of what was tried
 * @param subject what is known of its subject, by the field of the command; empty where nothing is
 * @param refusalKey makes the refusal's identity: with the same key it is recorded once
 */
public record RefusedUnread(
        String command,
        Map<String, String> subject,
        Refusal refusal,
        Person person,
        String correlationId,
        String refusalKey) {

    /** Copies the subject. */
    public RefusedUnread {
        subject = Map.copyOf(subject);
    }
}
