package org.specialfund.ledger.core.shared;

/**
 * A reason for which the ledger refuses. Each feature lists its own as constants; {@code LedgerCore} lists them all.
 * Codes are stored in events and known to programs: they are frozen once landed.
 *
 * @param code stable, kebab-case
 * @param stage where it stands in the order of deciding
 * @param english the sentence; {@code {figure}} stands for a figure of the refusal
 * @param chinese the same sentence in Chinese
 */
public record RefusalCode(String code, Stage stage, String english, String chinese) {}
