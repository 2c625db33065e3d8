package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.OrganizationStore;
import org.laurel.programs.catalogue.db.OrganizationStore.Stored;
import org.laurel.programs.catalogue.db.OrganizationStore.Written;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Keeping.Versioned;
import org.laurel.programs.catalogue.domain.Organization;
import org.laurel.programs.catalogue.domain.PutOrganization;

/** Creates and replaces organisations; no two have one key. */
@ApplicationScoped
public class OrganizationKeeping {

    /** Held exclusively by whoever writes organisations: their keys are taken one after another. */
    static final String ORGANIZATIONS = "organizations";

    private final KeyLocks locks;
    private final OrganizationStore organizations;
    private final Clock clock;

    OrganizationKeeping(KeyLocks locks, OrganizationStore organizations, Clock clock) {
        this.locks = locks;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Keeps organisations, each uuid at most once in a call, and returns what became of each. */
    @Transactional
    public List<Keeping> apply(List<PutOrganization> commands) {
        locks.change(List.of(ORGANIZATIONS));
        Set<UUID> uuids =
                commands.stream().map(command -> command.organization().uuid()).collect(Collectors.toSet());
        Map<UUID, Stored> stored = organizations.load(uuids);
        Map<UUID, Long> versions = organizations.lastVersions(uuids);
        Map<String, UUID> owners = new HashMap<>(organizations.owners(
                commands.stream().map(command -> command.organization().key()).toList()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Keeping> results = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        for (PutOrganization command : commands) {
            Organization organization = command.organization();
            @Nullable Stored known = stored.get(organization.uuid());
            @Nullable Versioned version = known == null ? null : known.version();
            boolean same = known != null && known.organization().equals(organization);
            UUID owner = owners.getOrDefault(organization.key(), organization.uuid());
            Keeping result = owner.equals(organization.uuid())
                    ? Keeping.decide(
                            version, same, versions.getOrDefault(organization.uuid(), 0L), command.expected(), now)
                    : new Keeping.Refused(
                            "organization_key_taken",
                            "Another organisation, " + owner + ", has the key " + organization.key() + ".");
            if (result instanceof Keeping.Change change) {
                written.add(new Written(command, change));
                owners.put(organization.key(), organization.uuid());
            }
            results.add(result);
        }
        organizations.save(written);
        return results;
    }
}
