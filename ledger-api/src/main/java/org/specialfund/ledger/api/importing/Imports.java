package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.importing.ImportProfiles.StoredProfile;
import org.specialfund.ledger.api.importing.profile.InvalidProfileException;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.ProfileReader;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.stereotype.Service;

/** What people do with imports. Thread-safe. */
@Service
class Imports {

    private static final Duty DUTY = Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    private static final Set<ImportState> CONFIRMED =
            Set.of(ImportState.CONFIRMED, ImportState.RECORDING, ImportState.RECORDED);
    private static final List<ImportState> DISCARDABLE =
            List.of(ImportState.WAITING, ImportState.REHEARSING, ImportState.REHEARSED, ImportState.FAILED);

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportProfiles profiles;
    private final ImportRunner runner;
    private final ProfileReader reader = new ProfileReader();

    Imports(ImportStore store, ImportFiles files, ImportProfiles profiles, ImportRunner runner) {
        this.store = store;
        this.files = files;
        this.profiles = profiles;
        this.runner = runner;
    }

    /**
     * What comes with a file.
     *
     * @param profile the name of a stored profile, or a profile itself
     */
    record Upload(
            String fileName,
            String profile,
            @Nullable Long controlCount,
            @Nullable BigDecimal controlTotal) {}

    /** Stores a file to be rehearsed; the same request sent again gives the same import. */
    ImportJob upload(Upload upload, InputStream in, Person person, WriteRequest request) throws IOException {
        UUID id = UUID.randomUUID();
        ImportFiles.Stored file = files.store(id, in);
        boolean kept = false;
        try {
            StoredProfile profile = profile(upload.profile(), id);
            String what =
                    file.sha256() + "\n" + profile.yaml() + "\n" + upload.controlCount() + "\n" + upload.controlTotal();
            WriteRequest whole = request.with(what);
            ImportJob job = store.insert(job(id, upload, file, profile, person), whole);
            kept = job.id().equals(id);
            if (!whole.requestHash().equals(store.requestHash(job.id()))) {
                throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
            }
            runner.wake();
            return job;
        } finally {
            if (!kept) {
                files.delete(id);
            }
        }
    }

    ImportJob get(UUID id) {
        return store.find(id).orElseThrow(() -> refused(ImportRefusals.UNKNOWN_IMPORT, "id", id));
    }

    /** Confirms a rehearsed import: it is recorded in the background. Confirmed by the same person again, it stays. */
    ImportJob confirm(UUID id, Person person) {
        ImportJob job = get(id);
        DUTY.check(People.two(job.uploader(), person));
        boolean again = CONFIRMED.contains(job.state())
                && job.confirmer() != null
                && job.confirmer().id().equals(person.id());
        if (!again) {
            confirmOrRefuse(id, person);
        }
        runner.wake();
        return get(id);
    }

    private void confirmOrRefuse(UUID id, Person person) {
        if (store.confirm(id, person)) {
            return;
        }
        if (store.isStale(id) && store.move(id, ImportState.REHEARSED, ImportState.WAITING)) {
            runner.wake();
            throw refused(ImportRefusals.IMPORT_STALE, "id", id);
        }
        throw refused(ImportRefusals.IMPORT_STATE, "state", get(id).state().word());
    }

    /** Discards an import of which nothing was recorded, and its file. */
    ImportJob discard(UUID id, Person person) throws IOException {
        ImportJob job = get(id);
        if (!person.id().equals(job.uploader().id())) {
            DUTY.check(People.two(job.uploader(), person));
        }
        if (job.state() != ImportState.DISCARDED) {
            Optional<ImportState> from = DISCARDABLE.stream()
                    .filter(state -> store.move(id, state, ImportState.DISCARDED))
                    .findFirst();
            if (from.isEmpty()) {
                throw refused(
                        ImportRefusals.IMPORT_STATE, "state", get(id).state().word());
            }
            store.finish(id, ImportState.DISCARDED);
        }
        files.delete(id);
        store.fileDeleted(id);
        return get(id);
    }

    /** Reads a profile; throws {@link MalformedException} with every problem found. */
    Profile check(String yaml) {
        try {
            return reader.read(yaml);
        } catch (InvalidProfileException e) {
            throw new MalformedException(e.problems().stream()
                    .map(problem -> new MalformedException.Problem(
                            problem.field().isEmpty() ? "profile" : problem.field(), problem.problem()))
                    .toList());
        }
    }

    static ProblemException refused(RefusalCode code, String figure, Object value) {
        return new ProblemException(Problem.of(Refusal.of(code).with(figure, value)));
    }

    private StoredProfile profile(String given, UUID file) throws IOException {
        if (given.contains("\n")) {
            return new StoredProfile(check(given).name(), given, 0);
        }
        return profiles.findFor(given, files.path(file))
                .orElseThrow(() -> refused(ImportRefusals.UNKNOWN_PROFILE, "name", given));
    }

    private static ImportJob job(
            UUID id, Upload upload, ImportFiles.Stored file, StoredProfile profile, Person person) {
        return new ImportJob(
                id,
                0,
                ImportState.WAITING,
                upload.fileName(),
                file.size(),
                file.sha256(),
                profile.name(),
                profile.yaml(),
                upload.controlCount(),
                upload.controlTotal(),
                person,
                Instant.EPOCH, // the database says when
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
