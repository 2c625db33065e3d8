package org.laurel.certificates.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.configuration.db.ConfigurationTable;
import org.laurel.certificates.configuration.db.ConfigurationTable.Added;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.certificates.configuration.domain.ReplaceConfiguration;
import org.laurel.certificates.configuration.domain.ReplacementDecision;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Replaces the certificate configurations of course runs, each by a version of its own. */
@ApplicationScoped
public class ConfigurationReplacement {

    private final KeyLocks locks;
    private final ConfigurationQuery query;
    private final ConfigurationTable table;

    ConfigurationReplacement(KeyLocks locks, ConfigurationQuery query, ConfigurationTable table) {
        this.locks = locks;
        this.query = query;
        this.table = table;
    }

    /** Applies the commands and returns what became of each, in order. */
    @Transactional
    public List<ReplacementDecision> apply(List<ReplaceConfiguration> commands) {
        List<CourseKey> courseKeys = commands.stream()
                .map(ReplaceConfiguration::courseKey)
                .distinct()
                .toList();
        locks.lock(courseKeys.stream().map(CourseKey::value).toList());
        Map<CourseKey, ConfigurationVersion> current = new HashMap<>(query.current(courseKeys));
        List<ReplacementDecision> decisions = new ArrayList<>(commands.size());
        List<Added> added = new ArrayList<>();
        for (ReplaceConfiguration command : commands) {
            ReplacementDecision decision = ReplacementDecision.decide(command, current.get(command.courseKey()));
            if (decision instanceof ReplacementDecision.Changed changed) {
                current.put(command.courseKey(), changed.version());
                added.add(new Added(changed.version(), command.cause()));
            }
            decisions.add(decision);
        }
        table.append(added);
        return decisions;
    }
}
