package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.plan.Line;
import org.specialfund.ledger.api.importing.plan.PlanRows;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.importing.plan.RejectedFileException;
import org.specialfund.ledger.api.importing.plan.Scan;
import org.specialfund.ledger.api.importing.profile.InvalidProfileException;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.ProfileReader;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.UnreadableFileException;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.stereotype.Component;

/** Rehearses one import, and records one. Called by one thread at a time. */
@Component
class ImportWork {

    private static final Limits LIMITS = Limits.DEFAULT;
    private static final int ISSUES_AT_ONCE = 500;

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportSettings settings;
    private final LedgerKnown known;
    private final Rehearser rehearser;
    private final CommandExecutor executor;
    private final Appropriated appropriated;
    private final ProfileReader profiles = new ProfileReader();

    ImportWork(
            ImportStore store,
            ImportFiles files,
            ImportSettings settings,
            LedgerKnown known,
            Rehearser rehearser,
            CommandExecutor executor,
            Appropriated appropriated) {
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.known = known;
        this.rehearser = rehearser;
        this.executor = executor;
        this.appropriated = appropriated;
    }

    /** Rehearses; a file that cannot be imported fails the import. */
    void rehearse(ImportJob job) throws IOException {
        UUID id = job.id();
        store.clear(id);
        try {
            Profile profile = profiles.read(job.profileYaml());
            Scan.Result scan = scan(job, profile);
            checkControl(job, profile, scan);
            store.saveScan(id, ScanReport.of(scan, profile.currency()), scan.codes(), scan.establish());
            ImportRun run =
                    new ImportRun(settings.batch(), rehearser.open(), ImportItems.rehearsed(job), (report, refused) -> {
                        store.saveIssues(id, Issue.Phase.REHEARSAL, ImportRun.Refused.issues(refused));
                        store.saveRehearsal(id, report);
                        return isStill(id, ImportState.REHEARSING);
                    });
            try (PlanRows rows = new PlanRows(files.path(id), profile, LIMITS, scan.codes(), scan.establish())) {
                RunReport start = RunReport.start();
                store.saveRehearsal(id, start);
                if (run.run(rows, start)) {
                    store.move(id, ImportState.REHEARSING, ImportState.REHEARSED);
                }
            }
        } catch (RejectedFileException e) {
            store.fail(id, e.code(), String.valueOf(e.getMessage()));
        } catch (UnreadableFileException e) {
            store.fail(id, e.code(), String.valueOf(e.getMessage()));
        } catch (InvalidProfileException e) {
            store.fail(id, "invalid-profile", String.valueOf(e.getMessage()));
        }
    }

    /** Records what was confirmed, from where it was left; false where it was told to stop. */
    boolean record(ImportJob job, Person confirmer) throws IOException {
        UUID id = job.id();
        Profile profile = profiles.read(job.profileYaml());
        RunReport start = job.recording() == null ? RunReport.start() : job.recording();
        ImportItems items = new ImportItems(id, job.uploader(), confirmer);
        Set<String> refusedSums = store.refused(id, RowKind.APPROPRIATION);
        ImportRun run =
                new ImportRun(settings.batch(), batch -> executor.execute(batch, false), items, (report, refused) -> {
                    store.saveIssues(id, Issue.Phase.RECORDING, ImportRun.Refused.issues(refused));
                    noteAppropriated(id, refused, refusedSums);
                    store.saveRecording(id, report);
                    return !Thread.currentThread().isInterrupted();
                });
        List<PlannedRow> establish = store.establishments(id);
        try (PlanRows rows = new PlanRows(files.path(id), profile, LIMITS, store.codes(id), establish)) {
            store.saveRecording(id, start);
            boolean complete = run.run(rows, start);
            if (complete) {
                store.finish(id, ImportState.RECORDED);
            }
            return complete;
        }
    }

    /** Appropriations come before allocations: of what was appropriated, these allocations take nothing. */
    private void noteAppropriated(UUID id, List<ImportRun.Refused> refused, Set<String> refusedSums) {
        List<PlannedRow> rows = refused.stream().map(ImportRun.Refused::row).toList();
        rows.stream()
                .filter(row -> row.kind() == RowKind.APPROPRIATION)
                .forEach(row -> refusedSums.add(row.reference()));
        appropriated.note(
                id,
                rows.stream()
                        .filter(row -> row.partOf() != null && !refusedSums.contains(row.partOf()))
                        .toList());
    }

    private Scan.Result scan(ImportJob job, Profile profile) throws IOException {
        List<Issue> issues = new ArrayList<>();
        long[] seq = {0};
        Scan scan = new Scan(profile, LIMITS, known, settings.mostRows());
        Scan.Result result = scan.read(files.path(job.id()), (line, problems) -> {
            for (Line.Problem problem : problems) {
                issues.add(new Issue(seq[0]++, line, null, null, problem.field(), problem.code(), java.util.Map.of()));
            }
            if (issues.size() >= ISSUES_AT_ONCE) {
                flush(job.id(), issues);
            }
        });
        flush(job.id(), issues);
        return result;
    }

    private void flush(UUID id, List<Issue> issues) {
        store.saveIssues(id, Issue.Phase.READING, issues);
        issues.clear();
    }

    private static void checkControl(ImportJob job, Profile profile, Scan.Result scan) {
        check("control-count", job.controlCount(), scan.lines());
        BigDecimal total = job.controlTotal();
        if (total != null && profile.control() == null) {
            throw new RejectedFileException("control-total", "The profile names no control column to sum.");
        }
        if (total != null && total.compareTo(scan.control()) != 0) {
            throw differs("control-total", total.toPlainString(), scan.control().toPlainString());
        }
    }

    private static void check(String code, @Nullable Long given, long found) {
        if (given != null && given != found) {
            throw differs(code, given.toString(), String.valueOf(found));
        }
    }

    private static RejectedFileException differs(String code, String given, String found) {
        return new RejectedFileException(
                code, "The upload says " + given + ", the file holds " + found + ". Nothing is recorded.");
    }

    private boolean isStill(UUID id, ImportState state) {
        return store.find(id).map(job -> job.state() == state).orElse(false);
    }
}
