package org.laurel.enrollment.course.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseFact.ModesChanged;
import org.laurel.enrollment.course.domain.CourseFact.SettingsChanged;
import org.laurel.enrollment.course.domain.CourseOutcome.Changed;
import org.laurel.enrollment.course.domain.CourseOutcome.Unchanged;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** The rules of the directory of course runs. The newest fact wins; a fact that changes nothing visible is not told. */
public final class CourseRules {

    private CourseRules() {}

    /**
     * Decides what submitted settings change. Of the told members those are taken about which nothing newer is known, so that
     * facts about single members end in one state, whatever the order in which they come.
     *
     * @param current the course run, null when not known yet
     * @param times since when its members are as they are
     */
    public static CourseOutcome decide(@Nullable CourseRun current, CourseRunTimes times, SubmitCourseRun command) {
        FactOrder place = times.place(command.time());
        if (current == null) {
            CourseRun first =
                    new CourseRun(command.key(), command.settings(), 1, place.occurredAt(), CourseModes.NONE, 0);
            return submitted(null, first, command.cause());
        }
        CourseRunSettings settings = current.settings().taking(times.newer(place, command.told()), command.settings());
        if (current.settings().equals(settings)) {
            return new Unchanged(current);
        }
        boolean visible = !current.settings().normalised().equals(settings.normalised());
        CourseRun after = new CourseRun(
                current.key(),
                settings,
                current.version() + (visible ? 1 : 0),
                visible ? later(current.occurredAt(), place.occurredAt()) : current.occurredAt(),
                current.modes(),
                current.modesVersion());
        return submitted(current, after, command.cause());
    }

    /**
     * Decides what a new list of modes changes.
     *
     * @param current the course run, null when there is none
     * @param newest place of the newest list, null without any
     */
    public static CourseOutcome decide(@Nullable CourseRun current, @Nullable FactOrder newest, ReplaceModes command) {
        if (current == null) {
            return new CourseOutcome.Unknown();
        }
        FactOrder place = command.time().placeAfter(newest);
        return isOvertaken(place, newest)
                ? new Unchanged(current)
                : replaced(current, command.modes(), place, command.cause());
    }

    /**
     * Decides what a change of one mode comes to.
     *
     * @param current the course run, null when there is none
     * @param newest place of the newest list, null without any
     */
    public static CourseOutcome decide(
            @Nullable CourseRun current, @Nullable FactOrder newest, EditModes command, ModeRules rules) {
        if (current == null) {
            return new CourseOutcome.Unknown();
        }
        CourseModes modes = current.modes();
        FactOrder place = command.time().placeAfter(newest);
        return switch (command.edit()) {
            case ModeEdit.Add add -> edited(current, modes.with(add.mode()), add.mode(), place, command, rules);
            case ModeEdit.Amend amend ->
                modes.find(amend.slug(), amend.currency())
                        .map(old -> {
                            CourseMode mode = amend.change().apply(old);
                            return edited(current, modes.replacing(old, mode), mode, place, command, rules);
                        })
                        .orElseGet(CourseOutcome.ModeUnknown::new);
            case ModeEdit.Remove remove ->
                modes.find(remove.slug(), remove.currency())
                        .map(old -> replaced(current, modes.without(old), place, command.cause()))
                        .orElseGet(CourseOutcome.ModeUnknown::new);
        };
    }

    private static CourseOutcome edited(
            CourseRun current, CourseModes next, CourseMode mode, FactOrder place, EditModes command, ModeRules rules) {
        List<ModeRules.Breach> breaches = rules.breaches(next, mode);
        return breaches.isEmpty()
                ? replaced(current, next, place, command.cause())
                : new CourseOutcome.Refused(breaches);
    }

    /** A list that looks the same to others is stored and told to nobody. */
    private static CourseOutcome replaced(CourseRun current, CourseModes next, FactOrder place, Cause cause) {
        if (current.areModesTold() && current.modes().equals(next)) {
            return new Unchanged(current);
        }
        boolean visible = !current.areModesTold() || !current.modes().looksLike(next);
        CourseRun after = new CourseRun(
                current.key(),
                current.settings(),
                current.version(),
                current.occurredAt(),
                next,
                current.modesVersion() + (visible ? 1 : 0));
        return new Changed(
                current, after, visible ? List.of(new ModesChanged(after, place.occurredAt(), cause)) : List.of());
    }

    /** The entry as a whole has not been so before its newest member was. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isOvertaken(FactOrder place, @Nullable FactOrder newest) {
        return newest != null && !place.isAfter(newest);
    }

    private static Changed submitted(@Nullable CourseRun before, CourseRun after, Cause cause) {
        boolean visible = before == null || before.version() != after.version();
        return new Changed(before, after, visible ? List.of(new SettingsChanged(after, cause)) : List.of());
    }
}
