package org.laurel.completion.xapi.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.completion.xapi.domain.Activity;
import org.laurel.completion.xapi.domain.LmsRoot;
import org.laurel.completion.xapi.domain.Statement;
import org.laurel.completion.xapi.domain.StatementRules;

/** Writes statements as xAPI 1.0.3 wants them, with the identifiers that Open edX uses. */
@Singleton
class StatementJson {

    private static final String VERSION = "1.0.3";
    private static final String PROGRESSED = "http://adlnet.gov/expapi/verbs/progressed";
    private static final String PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    private static final String TRANSFORMER = "https://w3id.org/xapi/openedx/extension/transformer-version";

    private final ObjectMapper json;
    private final StatementSettings settings;
    private final String transformer;

    StatementJson(
            ObjectMapper json,
            StatementSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        this.settings = settings;
        this.transformer = "laurel-" + service + "@" + version;
    }

    /** The statement, without the title of its course run. */
    String of(Statement statement) {
        LmsRoot lms = settings.lms();
        ObjectNode told = json.createObjectNode();
        told.put("id", statement.id().toString());
        told.putObject("actor")
                .put("objectType", "Agent")
                .putObject("account")
                .put("name", statement.actor().toString())
                .put("homePage", lms.value());
        told.putObject("verb").put("id", PROGRESSED).putObject("display").put("en", "progressed");
        describe(told.putObject("object"), statement.object());
        ObjectNode result = told.putObject("result").put("completion", statement.completion());
        result.putObject("extensions").put(PROGRESS, statement.progress());
        ObjectNode context = told.putObject("context");
        Activity course = new Activity(lms.course(statement.courseKey()), StatementRules.COURSE);
        describe(context.putObject("contextActivities").putArray("parent").addObject(), course);
        context.putObject("extensions").put(TRANSFORMER, transformer);
        told.put("timestamp", statement.timestamp().toString()).put("version", VERSION);
        return told.toString();
    }

    private static void describe(ObjectNode node, Activity activity) {
        node.put("objectType", "Activity").put("id", activity.id());
        node.putObject("definition").put("type", activity.type());
    }
}
