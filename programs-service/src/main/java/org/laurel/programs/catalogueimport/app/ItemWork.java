package org.laurel.programs.catalogueimport.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.app.OrganizationKeeping;
import org.laurel.programs.catalogue.app.OrganizationReader;
import org.laurel.programs.catalogue.app.PathwayKeeping;
import org.laurel.programs.catalogue.app.PathwayReader;
import org.laurel.programs.catalogue.app.ProgramDefinition;
import org.laurel.programs.catalogue.app.ProgramReader;
import org.laurel.programs.catalogue.app.Reading;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.PutOrganization;
import org.laurel.programs.catalogue.domain.PutPathway;
import org.laurel.programs.catalogueimport.db.ImportItems.Settled;
import org.laurel.programs.catalogueimport.db.ImportItems.Staged;
import org.laurel.programs.catalogueimport.domain.ItemKind;
import org.laurel.programs.catalogueimport.domain.Outcome;
import org.laurel.programs.catalogueimport.domain.Outcome.Flaw;

/**
 * Works items off in the current transaction, by the readers and use cases that requests use. No two items are about the same
 * thing; the number of statements does not grow with theirs.
 */
@ApplicationScoped
class ItemWork {

    private static final ExpectedVersion ANY = new ExpectedVersion.Whatever();

    private final KeyLocks locks;
    private final OrganizationKeeping organizations;
    private final PathwayKeeping pathways;
    private final ProgramDefinition programs;
    private final ObjectReader json;

    ItemWork(
            KeyLocks locks,
            OrganizationKeeping organizations,
            PathwayKeeping pathways,
            ProgramDefinition programs,
            ObjectMapper json) {
        this.locks = locks;
        this.organizations = organizations;
        this.pathways = pathways;
        this.programs = programs;
        this.json = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** What became of each item, in any order. */
    List<Settled> work(Cause cause, List<Staged> items) {
        // Keys before all else that is locked, as everywhere.
        locks.lock(of(ItemKind.PROGRAMS, items).stream()
                .map(Staged::subject)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .toList());
        List<Settled> settled = new ArrayList<>();
        settled.addAll(each(
                of(ItemKind.ORGANIZATIONS, items),
                OrganizationReader::read,
                (item, organization) -> new PutOrganization(organization, ANY, cause),
                organizations::apply,
                ItemWork::became,
                "invalid_organization"));
        settled.addAll(each(
                of(ItemKind.PATHWAYS, items),
                PathwayReader::read,
                (item, pathway) -> new PutPathway(pathway, ANY, cause),
                pathways::apply,
                ItemWork::became,
                "invalid_pathway"));
        settled.addAll(each(
                of(ItemKind.PROGRAMS, items),
                ProgramReader::read,
                (item, program) -> new DefineProgram(program, content(item), ANY, cause),
                programs::apply,
                ItemWork::became,
                "invalid_program"));
        return settled;
    }

    private <T, C, R> List<Settled> each(
            List<Staged> items,
            BiFunction<UUID, JsonNode, Reading<T>> reader,
            BiFunction<Staged, T, C> command,
            Function<List<C>, List<R>> useCase,
            Function<R, Outcome> became,
            String invalid) {
        List<Settled> settled = new ArrayList<>();
        List<Staged> sound = new ArrayList<>();
        List<C> commands = new ArrayList<>();
        for (Staged item : items) {
            UUID uuid = item.subject();
            if (uuid == null) {
                settled.add(new Settled(
                        item.place(), Outcome.refused(invalid, List.of(new Flaw("uuid", "must be there, as a uuid")))));
                continue;
            }
            switch (reader.apply(uuid, tree(item))) {
                case Reading.Sound<T> read -> {
                    sound.add(item);
                    commands.add(command.apply(item, read.value()));
                }
                case Reading.Faulty<T> faulty ->
                    settled.add(new Settled(
                            item.place(),
                            Outcome.refused(
                                    invalid,
                                    faulty.violations().stream()
                                            .map(violation -> new Flaw(violation.field(), violation.message()))
                                            .toList())));
            }
        }
        List<R> results = commands.isEmpty() ? List.of() : useCase.apply(commands);
        for (int i = 0; i < results.size(); i++) {
            settled.add(new Settled(sound.get(i).place(), became.apply(results.get(i))));
        }
        return settled;
    }

    private JsonNode tree(Staged item) {
        try {
            return json.readTree(content(item));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an item was JSON when it was kept", impossible);
        }
    }

    private static String content(Staged item) {
        return Objects.requireNonNull(item.content());
    }

    private static List<Staged> of(ItemKind kind, List<Staged> items) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    private static Outcome became(Keeping result) {
        return switch (result) {
            case Keeping.Created created -> Outcome.CREATED;
            case Keeping.Replaced replaced -> Outcome.CHANGED;
            case Keeping.Unchanged unchanged -> Outcome.UNCHANGED;
            case Keeping.Refused refused -> Outcome.refused(refused.code(), refused.detail());
            case Keeping.Outdated outdated -> throw anyVersion();
        };
    }

    private static Outcome became(Definition result) {
        return switch (result) {
            case Definition.Created created -> Outcome.CREATED;
            case Definition.Replaced replaced -> Outcome.CHANGED;
            case Definition.Unchanged unchanged -> Outcome.UNCHANGED;
            case Definition.Outdated outdated -> throw anyVersion();
        };
    }

    private static IllegalStateException anyVersion() {
        return new IllegalStateException("an import expects no version");
    }
}
