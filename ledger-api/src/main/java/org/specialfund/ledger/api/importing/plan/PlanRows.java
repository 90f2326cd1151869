package org.specialfund.ledger.api.importing.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.SourceRow;

/**
 * The rows of an import in the order in which they are recorded: what is missing, then all allocations, then all
 * payments line by line, each line's in the order of the profile. Reads the file once for allocations and once for
 * payments. Opened again, it gives the same rows. Not thread-safe.
 */
public final class PlanRows implements AutoCloseable {

    private enum Phase {
        ESTABLISH,
        ALLOCATIONS,
        PAYMENTS,
        DONE
    }

    private final Path file;
    private final Profile profile;
    private final Limits limits;
    private final Codes codes;
    private final Deque<PlannedRow> ready = new ArrayDeque<>();
    private Phase phase = Phase.ESTABLISH;
    private @Nullable Table table;
    private @Nullable LineMapper mapper;

    /** The rows of a file that was scanned. */
    public PlanRows(Path file, Profile profile, Limits limits, Codes codes, List<PlannedRow> establish) {
        this.file = file;
        this.profile = profile;
        this.limits = limits;
        this.codes = codes;
        this.ready.addAll(establish);
    }

    /** The next row; null after the last. */
    public @Nullable PlannedRow next() throws IOException {
        while (ready.isEmpty() && phase != Phase.DONE) {
            readLine();
        }
        return ready.poll();
    }

    private void readLine() throws IOException {
        SourceRow row = table == null ? null : table.next();
        if (row == null || mapper == null) {
            nextPhase();
            return;
        }
        Line line = mapper.map(row, codes);
        if (line.isGood() && phase == Phase.PAYMENTS) {
            ready.addAll(line.payments());
        } else if (line.isGood() && line.allocation() != null) {
            ready.add(line.allocation());
        }
    }

    private void nextPhase() throws IOException {
        close();
        boolean allocates = profile.allocation() != null && phase == Phase.ESTABLISH;
        boolean pays = !profile.disbursements().isEmpty() && phase != Phase.PAYMENTS;
        phase = allocates ? Phase.ALLOCATIONS : pays ? Phase.PAYMENTS : Phase.DONE;
        if (phase != Phase.DONE) {
            table = Table.open(file, profile, limits);
            mapper = new LineMapper(profile, table);
        }
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
            table = null;
        }
    }
}
