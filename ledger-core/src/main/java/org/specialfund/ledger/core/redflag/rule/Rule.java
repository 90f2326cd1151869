package org.specialfund.ledger.core.redflag.rule;

/**
 * A supervision rule: pure, so that a judgement can be repeated. Where its formula or its figures change, so does its
 * version.
 *
 * @param <F> the facts of one subject
 */
public interface Rule<F> {

    /** Kebab-case; frozen, because flags are known by it. */
    String name();

    /** Counted from 1. */
    int version();

    /** Judges one subject. */
    Verdict judge(F facts);
}
