package org.specialfund.ledger.api.command;

import org.specialfund.ledger.api.error.RefusalCodes;
import org.specialfund.ledger.core.LedgerCore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the refusals of the ledger into the catalogue. */
@Configuration(proxyBeanMethods = false)
class CommandCodes {

    @Bean
    RefusalCodes ledgerRefusals() {
        return LedgerCore::refusalCodes;
    }
}
