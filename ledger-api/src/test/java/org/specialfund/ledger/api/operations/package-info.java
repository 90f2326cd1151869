/** What an operator relies on: health, figures, log, shutdown, deployment files. */
package org.specialfund.ledger.api.operations;
