package org.specialfund.ledger.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Time and CPU since it was made. */
final class Stopwatch {

    private static final OperatingSystemMXBean OWN =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path MACHINE = Path.of("/proc/stat");

    private final Server server;
    private final long cpu;
    private final long serverCpu;
    private final long machineCpu;
    private final long start;

    Stopwatch(Server server) {
        this.server = server;
        this.cpu = OWN.getProcessCpuTime();
        this.serverCpu = server.cpu().toNanos();
        this.machineCpu = machineCpu();
        this.start = System.nanoTime();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The sample of what was done since; the times of each are ascending. */
    Sample sample(long things, long[] nanos) {
        double seconds = seconds();
        double own = OWN.getProcessCpuTime() - cpu;
        double servers = Math.max(0, server.cpu().toNanos() - serverCpu);
        double others = (machineCpu() - machineCpu - own - servers) / 1e9 / seconds;
        return new Sample(
                things / seconds,
                percentile(nanos, 50) / 1e6,
                percentile(nanos, 99) / 1e6,
                own / 1e3 / things,
                servers / 1e3 / things,
                Math.max(0, others));
    }

    private static double percentile(long[] ascending, int percent) {
        return ascending.length == 0 ? 0 : ascending[(int) ((ascending.length - 1L) * percent / 100)];
    }

    /** Nanoseconds that all cores together have worked; 0 where Linux does not tell. */
    private static long machineCpu() {
        if (!Files.isReadable(MACHINE)) {
            return 0;
        }
        try (var lines = Files.lines(MACHINE)) {
            String[] ticks = lines.findFirst().orElseThrow().split(" +");
            // All but idle and waiting for a disk, in hundredths of a second.
            return IntStream.of(1, 2, 3, 6, 7, 8)
                            .mapToLong(field -> Long.parseLong(ticks[field]))
                            .sum()
                    * 10_000_000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
