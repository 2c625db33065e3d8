package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.laurel.kit.outbox.Outbox;
import org.laurel.programs.catalogue.db.ProgramStore;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;
import org.laurel.programs.catalogue.domain.ProgramDefined;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.configuration.app.NewProgramConfiguring;
import org.laurel.programs.configuration.domain.NewProgram;
import org.laurel.programs.evaluation.app.EvaluationJobs;

/** Decides on definitions of programs and writes what changes; its caller keeps the programs' keys and the catalogue. */
@ApplicationScoped
class ProgramWriting {

    private final StoredProgramQuery programs;
    private final ProgramStore store;
    private final NewProgramConfiguring configuring;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Clock clock;

    ProgramWriting(
            StoredProgramQuery programs,
            ProgramStore store,
            NewProgramConfiguring configuring,
            Jobs jobs,
            Outbox outbox,
            Clock clock) {
        this.programs = programs;
        this.store = store;
        this.configuring = configuring;
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes; of several definitions of one program the last counts. Returns what became of each command. */
    List<Definition> write(List<DefineProgram> commands) {
        Map<UUID, DefineProgram> last = new LinkedHashMap<>();
        commands.forEach(command -> last.put(command.program().uuid(), command));
        Map<UUID, StoredProgram> stored = programs.load(last.keySet());
        Set<UUID> same = store.same(List.copyOf(last.values()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Definition> definitions = new LinkedHashMap<>();
        last.forEach((uuid, command) ->
                definitions.put(uuid, Definition.decide(stored.get(uuid), same.contains(uuid), command, now)));
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
        Map<String, List<String>> evaluations = new LinkedHashMap<>();
        commands.forEach((uuid, command) -> {
            if (definitions.get(uuid) instanceof Definition.Change change) {
                written.add(new ProgramStore.Written(command, change.version(), change.at()));
                told.add(new ProgramDefined(command.program(), change.version(), change.at(), command.cause()));
                if (change instanceof Definition.Created) {
                    created.add(new NewProgram(uuid, change.at(), command.cause()));
                }
                if (change.mayComplete()) {
                    evaluations
                            .computeIfAbsent(command.cause().by(), by -> new ArrayList<>())
                            .add(uuid + "@" + change.version());
                }
            }
        });
        store.save(written);
        configuring.apply(created);
        evaluations.forEach((by, subjects) -> jobs.submit(EvaluationJobs.PROGRAM, subjects, by));
        outbox.append(told);
    }
}
