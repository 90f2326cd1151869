package org.specialfund.ledger.core.redflag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.redflag.command.ConvertRedFlag;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import org.specialfund.ledger.core.redflag.event.RedFlagConverted;
import org.specialfund.ledger.core.redflag.event.RedFlagDismissed;
import org.specialfund.ledger.core.redflag.event.RedFlagEvent;
import org.specialfund.ledger.core.redflag.event.RedFlagRaised;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/** What one version of one rule found in one subject, once. */
@AggregateRoot(type = "red-flag")
@Revision("1")
public class RedFlag {

    /** Kind, id prefix and place in the lock order: the last of all. */
    public static final AggregateType<RedFlag> TYPE = new AggregateType<>(RedFlag.class, "red-flag", 22, RedFlag::new);

    @AggregateIdentifier
    private @Nullable String id;

    private String flagId = "";
    private String state = "open";
    private List<String> entries = new ArrayList<>();

    RedFlag() {}

    /** The key of a flag. */
    public static AggregateKey<RedFlag> key(String rule, int version, String subject) {
        return TYPE.key(FlagId.path(rule, version, subject));
    }

    List<RedFlagEvent> raise(RaiseRedFlag c) {
        Guard.that(id == null, () -> refusal(RedFlagRefusals.RED_FLAG_EXISTS, c.rule(), c.subject()));
        return List.of(new RedFlagRaised(
                FlagId.of(c.rule(), c.version(), c.subject()),
                c.rule(),
                c.version(),
                c.subject(),
                c.fundCode(),
                c.year(),
                c.inputs(),
                c.thresholds(),
                c.entries()));
    }

    /**
     * Ends the flag as nothing wrong.
     *
     * @param acted the persons who acted in an event, by its name
     */
    List<RedFlagEvent> dismiss(DismissRedFlag c, String person, Function<String, Set<String>> acted) {
        checkExists(c.rule(), c.subject());
        for (String entry : entries) {
            Guard.that(!acted.apply(entry).contains(person), () -> Refusal.of(RedFlagRefusals.ACTED_IN_IT)
                    .with("entry", entry));
        }
        checkOpen(c.rule(), c.subject());
        return List.of(new RedFlagDismissed(flagId, c.rule(), c.version(), c.subject(), c.reason()));
    }

    /** Ends the flag as a finding. */
    List<RedFlagEvent> convert(ConvertRedFlag c) {
        checkExists(c.rule(), c.subject());
        checkOpen(c.rule(), c.subject());
        return List.of(new RedFlagConverted(flagId, c.rule(), c.version(), c.subject(), c.auditNo(), c.findingId()));
    }

    /** The events that the flag rests on; none where it was never raised. */
    List<String> entries() {
        return List.copyOf(entries);
    }

    private void checkExists(String rule, String subject) {
        Guard.that(id != null, () -> refusal(RedFlagRefusals.UNKNOWN_RED_FLAG, rule, subject));
    }

    private void checkOpen(String rule, String subject) {
        Guard.that(state.equals("open"), () -> refusal(RedFlagRefusals.RED_FLAG_NOT_OPEN, rule, subject)
                .with("state", state));
    }

    private static Refusal refusal(RefusalCode code, String rule, String subject) {
        return Refusal.of(code).with("rule", rule).with("subject", subject);
    }

    @EventSourcingHandler
    void on(RedFlagRaised e) {
        id = key(e.rule(), e.version(), e.subject()).streamId();
        flagId = e.flagId();
        entries = new ArrayList<>(e.entries());
    }

    @EventSourcingHandler
    void on(RedFlagDismissed e) {
        state = "dismissed";
    }

    @EventSourcingHandler
    void on(RedFlagConverted e) {
        state = "converted";
    }
}
