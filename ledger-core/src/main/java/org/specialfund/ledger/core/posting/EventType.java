package org.specialfund.ledger.core.posting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and revision under which an event, or a command kept as data, is stored. Frozen once landed. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** {@code feature.past-tense-kebab}. */
    String value();

    /** Counted up, from "1", whenever the payload changes. */
    String revision() default "1";
}
