package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.programs.catalogue.db.ProgramStore;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;
import org.laurel.programs.catalogue.domain.ProgramDefined;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.configuration.app.NewProgramConfiguring;
import org.laurel.programs.configuration.domain.NewProgram;

/** Creates and replaces programs. What a change means for learners is left to a job. */
@ApplicationScoped
public class ProgramDefinition {

    /**
     * The kind of the job that awards what a program newly allows. Its subject is the program's uuid, {@code @} and the version:
     * each change has a job of its own, since one that runs already may have passed the learners whom the change is about.
     */
    public static final String JOB = "program-evaluation";

    /** Held by everybody who awards by the catalogue, so that it does not change under them. */
    public static final String CATALOGUE = "catalogue";

    private final KeyLocks locks;
    private final ProgramStore programs;
    private final NewProgramConfiguring configuring;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Clock clock;

    ProgramDefinition(
            KeyLocks locks,
            ProgramStore programs,
            NewProgramConfiguring configuring,
            Jobs jobs,
            Outbox outbox,
            Clock clock) {
        this.locks = locks;
        this.programs = programs;
        this.configuring = configuring;
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Defines programs; of several definitions of one program the last counts. Returns what became of each command. */
    @Transactional
    public List<Definition> apply(List<DefineProgram> commands) {
        Map<UUID, DefineProgram> last = new LinkedHashMap<>();
        commands.forEach(command -> last.put(command.program().uuid(), command));
        locks.lock(last.keySet().stream().map(UUID::toString).toList());
        locks.change(List.of(CATALOGUE));
        Map<UUID, StoredProgram> stored = programs.load(last.keySet());
        Set<UUID> same = programs.same(List.copyOf(last.values()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Definition> definitions = new LinkedHashMap<>();
        last.forEach((uuid, command) -> definitions.put(
                uuid, Definition.decide(stored.get(uuid), same.contains(uuid), command.program(), now)));
        save(last, definitions);
        return commands.stream()
                .map(command ->
                        Objects.requireNonNull(definitions.get(command.program().uuid())))
                .toList();
    }

    private void save(Map<UUID, DefineProgram> commands, Map<UUID, Definition> definitions) {
        List<ProgramStore.Written> written = new ArrayList<>();
        List<ProgramDefined> told = new ArrayList<>();
        List<NewProgram> created = new ArrayList<>();
        commands.forEach((uuid, command) -> {
            if (definitions.get(uuid) instanceof Definition.Change change) {
                written.add(new ProgramStore.Written(command, change.version(), change.at()));
                told.add(new ProgramDefined(command.program(), change.version(), change.at(), command.cause()));
                if (change instanceof Definition.Created) {
                    created.add(new NewProgram(uuid, change.at(), command.cause()));
                }
                if (change.mayComplete()) {
                    jobs.submit(
                            JOB, uuid + "@" + change.version(), command.cause().by());
                }
            }
        });
        programs.save(written);
        configuring.apply(created);
        outbox.append(told);
    }
}
