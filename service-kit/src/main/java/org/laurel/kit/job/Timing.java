package org.laurel.kit.job;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** When a {@link JobSchedule} begins its job. */
public sealed interface Timing {

    /** The next time after the given one, empty when there is none. */
    Optional<Instant> after(Instant time);

    /**
     * Again and again.
     *
     * @param expression five fields as in a crontab: minute, hour, day of month, month, day of week
     */
    record Cron(String expression, ZoneId zone) implements Timing {

        private static final CronParser PARSER =
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

        /** @throws ProblemException 400 that names the field {@code cron} when the expression is none */
        public Cron {
            parse(expression);
        }

        /** In UTC. */
        public static Cron utc(String expression) {
            return new Cron(expression, ZoneOffset.UTC);
        }

        @Override
        public Optional<Instant> after(Instant time) {
            return parse(expression).nextExecution(time.atZone(zone)).map(next -> next.toInstant());
        }

        private static ExecutionTime parse(String expression) {
            try {
                return ExecutionTime.forCron(PARSER.parse(expression).validate());
            } catch (IllegalArgumentException bad) {
                throw refused(
                        "cron",
                        "cron takes five fields as in a crontab (minute, hour, day of month, month, day of week), for"
                                + " example \"0 3 * * 1\" for Mondays at 3:00: " + bad.getMessage());
            }
        }
    }

    /** Once. */
    record Once(Instant at) implements Timing {

        @Override
        public Optional<Instant> after(Instant time) {
            return at.isAfter(time) ? Optional.of(at) : Optional.empty();
        }
    }

    /** 400 that names the member of the request. */
    static ProblemException refused(String field, String detail) {
        return new ProblemException(
                Problem.of(400, "invalid_schedule", detail, List.of(new Problem.Violation(field, detail))));
    }
}
