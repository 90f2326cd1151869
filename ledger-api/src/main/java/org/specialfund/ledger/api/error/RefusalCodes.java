package org.specialfund.ledger.api.error;

import java.util.Collection;
import org.specialfund.ledger.core.shared.RefusalCode;

/** Refusal codes of one part of the application, beside the core's: a bean of this type is shown in the catalogue. */
@FunctionalInterface
public interface RefusalCodes {

    /** The codes. */
    Collection<RefusalCode> all();
}
