package org.specialfund.ledger.api.readlog;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes reads down, many at once and beside the requests. A read waits only where the log cannot keep up. What is
 * noted is written before an orderly end; a crash loses what the last moments noted, a fraction of a second.
 * Thread-safe.
 */
@Component
class ReadLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadLog.class);

    private static final int WAITING = 10_000;
    private static final int TOGETHER = 500;
    private static final long LOOK_MILLIS = 200;
    private static final long PATIENCE_SECONDS = 10;

    private static final String INSERT =
            "insert into read_log (read_at, person_id, roles, method, path, query) values (?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final BlockingQueue<ReadNote> notes = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable Thread writer;

    ReadLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a read; waits for the database only where so many wait already, or nobody writes any more. */
    void note(ReadNote note) {
        if (writer == null || !notes.offer(note)) {
            write(List.of(note));
        }
    }

    private void writeOn() {
        List<ReadNote> taken = new ArrayList<>();
        while (writer == Thread.currentThread() || !taken.isEmpty() || !notes.isEmpty()) {
            try {
                take(taken);
                write(taken);
                taken.clear();
            } catch (DataAccessException e) {
                LOG.warn("The log of reads cannot be written; {} wait", taken.size() + notes.size(), e);
                if (writer != Thread.currentThread()) {
                    LOG.error("Lost from the log of reads: {} and {}", taken, List.copyOf(notes));
                    return;
                }
            } catch (InterruptedException e) {
                // The end: what is left is written without waiting for more.
                LOG.debug("the log of reads is being closed");
            }
        }
    }

    /** Adds what waits to what is taken already; waits for the first. */
    private void take(List<ReadNote> taken) throws InterruptedException {
        if (taken.isEmpty()) {
            ReadNote first =
                    writer == Thread.currentThread() ? notes.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS) : notes.poll();
            if (first != null) {
                taken.add(first);
            }
        } else {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS); // the last try failed
        }
        notes.drainTo(taken, Math.max(0, TOGETHER - taken.size()));
    }

    private void write(List<ReadNote> written) {
        if (!written.isEmpty()) {
            jdbc.batchUpdate(INSERT, written, written.size(), (statement, note) -> {
                statement.setTimestamp(1, Timestamp.from(note.readAt()));
                statement.setString(2, note.personId());
                statement.setString(3, String.join(" ", note.roles()));
                statement.setString(4, note.method());
                statement.setString(5, note.path());
                statement.setString(6, note.query());
            });
        }
    }

    @Override
    public void start() {
        Thread started = new Thread(this::writeOn, "read-log");
        writer = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = writer;
        writer = null;
        if (running == null) {
            return;
        }
        try {
            running.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (running.isAlive()) {
            LOG.error("The log of reads was still being written after {} s", PATIENCE_SECONDS);
        }
        List<ReadNote> late = new ArrayList<>(); // noted while the writer went
        notes.drainTo(late);
        write(late);
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** After the web server, so that every read of it was noted. */
    @Override
    public int getPhase() {
        return 0;
    }
}
