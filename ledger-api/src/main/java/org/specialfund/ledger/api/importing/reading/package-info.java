/** Reads hostile CSV and XLSX files as a stream of rows, in constant memory; a bad row takes no neighbour along. */
@NullMarked
package org.specialfund.ledger.api.importing.reading;

import org.jspecify.annotations.NullMarked;
