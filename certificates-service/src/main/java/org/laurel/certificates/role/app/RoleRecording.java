package org.laurel.certificates.role.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.role.db.RoleTable;
import org.laurel.certificates.role.domain.CourseRole;
import org.laurel.kit.lock.KeyLocks;

/** Takes in who was given or lost a role in a course run. */
@ApplicationScoped
public class RoleRecording {

    private final KeyLocks locks;
    private final RoleTable table;

    RoleRecording(KeyLocks locks, RoleTable table) {
        this.locks = locks;
        this.table = table;
    }

    /** Keeps the newest version of each role; versions that are no newer than what is known change nothing. */
    @Transactional
    public void apply(List<CourseRole> versions) {
        locks.lock(versions.stream().map(version -> version.person().value()).toList());
        Map<CourseRole.Subject, CourseRole> newest = new LinkedHashMap<>();
        for (CourseRole version : versions) {
            newest.merge(version.subject(), version, CourseRole::orNewer);
        }
        table.save(List.copyOf(newest.values()));
    }
}
