package org.specialfund.ledger.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * When the compiler of the JVM has little left to do: a server runs for months. After each turn it is left alone until
 * its queue is empty, for beside 32 clients and the database on two cores it would get a fraction of one.
 */
final class Warmth {

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();
    private static final int MOST_TURNS = 20;
    private static final Duration MOST_REST = Duration.ofSeconds(20);

    private Warmth() {}

    /** Lets a side work, turn by turn, until one of its turns has left little to compile. */
    static void reach(Contest.Side side, Duration turn) throws Exception {
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            long compiled = COMPILER.getTotalCompilationTime();
            side.work(turn);
            awaitEmptyQueue();
            if (COMPILER.getTotalCompilationTime() - compiled < turn.toMillis() / 10) {
                return;
            }
        }
    }

    private static void awaitEmptyQueue() throws JMException, InterruptedException {
        long end = System.nanoTime() + MOST_REST.toNanos();
        while (compiles() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    /** Whether a method is being compiled or waits for it: what {@code jcmd Compiler.queue} says. */
    private static boolean compiles() throws JMException {
        ObjectName diagnostics = new ObjectName("com.sun.management:type=DiagnosticCommand");
        Object queue = BEANS.invoke(diagnostics, "compilerQueue", new Object[0], new String[0]);
        return queue.toString().contains("::");
    }
}
