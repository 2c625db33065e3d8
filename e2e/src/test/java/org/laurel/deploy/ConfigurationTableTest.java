package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `(LAUREL_[A-Z_]+)` \\| (?:`([^`]*)`|none) \\| [^|]+ \\|");

    static List<DeployedService> services() {
        return DeployedService.all();
    }

    @Test
    void explainsWhatAllServicesRead() {
        // Given
        Map<String, String> read = defaults(Settings.common());

        // When
        Map<String, String> explained = explained("All services");

        // Then
        assertThat(explained).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("services")
    void explainsWhatOneServiceReads(DeployedService service) {
        // Given
        Map<String, String> read = defaults(Settings.own(service));

        // When
        Map<String, String> explained = explained(service.name());

        // Then
        assertThat(explained).isEqualTo(read);
    }

    private static Map<String, String> defaults(Collection<Setting> settings) {
        return settings.stream()
                .collect(Collectors.toMap(
                        Setting::environmentName,
                        setting -> setting.defaultValue().replace("${quarkus.application.name}", "<service>"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The rows under a heading: names and defaults. */
    private static Map<String, String> explained(String heading) {
        String text = Repository.text("docs/configuration.md");
        int begin = text.indexOf("\n## " + heading + "\n");
        assertThat(begin).as("docs/configuration.md has a chapter %s", heading).isNotNegative();
        int next = text.indexOf("\n## ", begin + 1);
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(text.substring(begin, next < 0 ? text.length() : next))
                .results()
                .forEach(row -> {
                    String value = row.group(2);
                    rows.put(row.group(1), value == null ? "" : value);
                });
        return rows;
    }
}
