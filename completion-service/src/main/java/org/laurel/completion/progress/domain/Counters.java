package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Counter.Kind;
import org.laurel.completion.standing.domain.Membership;

/**
 * By how much the numbers of a course run move when one learner's rows change: what the rows after the change count, less what
 * those before it did. A row says all that it counts for, so nothing is forgotten and nothing is counted twice.
 */
final class Counters {

    private final Map<Counter, Count> moved = new HashMap<>();
    private final String day;

    Counters(Instant time) {
        day = time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A learner's course row changes. */
    void course(CourseRow before, CourseRow after) {
        count(before, false);
        count(after, true);
    }

    private void count(CourseRow row, boolean added) {
        Membership member = row.member();
        if (member.active()) {
            boolean unbased = row.follows().profile().structureId() == 0;
            Count count = unbased ? Count.unbased() : Count.of(row.tally());
            int bracket = unbased ? Bracket.NOTHING : Bracket.of(row.tally());
            LearnersItem item = new LearnersItem(bracket, row.follows().profile());
            move(new Counter(Kind.LEARNERS, item.text(), member.cohorts(), member.roles()), count, added);
            move(new Counter(Kind.DAY, day, member.cohorts(), member.roles()), count, added);
        }
    }

    /** A learner's sum for a block changes, or the learner's membership does. */
    void block(Membership before, @Nullable BlockRow old, Membership after, @Nullable BlockRow next) {
        count(before, old, false);
        count(after, next, true);
    }

    private void count(Membership member, @Nullable BlockRow row, boolean added) {
        if (member.active() && row != null && row.tally().earned() > 0) {
            Counter counter = new Counter(Kind.BLOCK, row.blockKey(), member.cohorts(), member.roles());
            move(counter, Count.of(row.tally()), added);
        }
    }

    private void move(Counter counter, Count count, boolean added) {
        moved.merge(counter, added ? count : count.negated(), Count::plus);
    }

    /** What moved; numbers that stay are left out. */
    Map<Counter, Count> moved() {
        moved.values().removeIf(Count.NONE::equals);
        return moved;
    }
}
