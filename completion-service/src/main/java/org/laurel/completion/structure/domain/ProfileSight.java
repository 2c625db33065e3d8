package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all learners of one profile see. Immutable; made once for each profile in time proportional to the graph. */
final class ProfileSight implements Sight {

    private final BitSet open;
    private final int[] counted;
    private final int[] optional;

    ProfileSight(CourseGraph graph, Profile profile) {
        int size = graph.nodes().size();
        boolean staff = profile.isStaff();
        Set<String> groups = profile.groups();
        @Nullable Instant released = profile.releaseStep() == 0 ? null : graph.releases().get(profile.releaseStep() - 1);
        open = new BitSet(size);
        counted = new int[size];
        optional = new int[size];
        for (int number = 0; number < size; number++) {
            Restriction restriction = graph.node(number).restriction();
            open.set(number, staff || restriction == null || isOpen(restriction, groups, released));
        }
        for (int number = size - 1; number >= 0; number--) {
            Ways ways = Counting.below(graph, number, this);
            counted[number] = (int) ways.counted();
            optional[number] = (int) ways.optional();
        }
    }

    private static boolean isOpen(Restriction restriction, Set<String> groups, @Nullable Instant released) {
        boolean inTime = released == null ? restriction.releaseAt() == null : restriction.isReleased(null, released);
        return inTime && restriction.admits(groups);
    }

    @Override
    public boolean isOpen(int number) {
        return open.get(number);
    }

    @Override
    public boolean leads(int parent, int child) {
        return true;
    }

    @Override
    public Ways below(int number) {
        return new Ways(counted[number], optional[number]);
    }
}
