package org.specialfund.ledger.api.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues by line, read page by page: a long answer must not hold a transaction open. Not thread-safe. */
final class IssuePages {

    private static final int PAGE = 1_000;

    private final Pages pages;
    private final Deque<Issue> ready = new ArrayDeque<>();
    private @Nullable Issue last;
    private boolean done;

    /** Reads the page after a line and place. */
    @FunctionalInterface
    interface Pages {
        /** At most so many issues, by line and place. */
        List<Issue> after(long line, long seq, int most);
    }

    IssuePages(Pages pages) {
        this.pages = pages;
    }

    boolean hasMore() {
        if (ready.isEmpty() && !done) {
            List<Issue> page = last == null ? pages.after(-1, -1, PAGE) : pages.after(last.line(), last.seq(), PAGE);
            done = page.size() < PAGE;
            ready.addAll(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        }
        return !ready.isEmpty();
    }

    /** The issues of the next line that has any; empty after the last. */
    List<Issue> ofNextLine() {
        return hasMore() ? ofLine(ready.getFirst().line()) : List.of();
    }

    /** The issues of a line; lines must be asked for in order. */
    List<Issue> ofLine(long line) {
        List<Issue> issues = new ArrayList<>();
        while (hasMore() && ready.getFirst().line() <= line) {
            issues.add(ready.removeFirst());
        }
        return issues;
    }
}
