package org.laurel.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code laurel.*} settings of a module: from its properties file, and those that only its code names. */
final class Settings {

    private static final String KIT = "service-kit";
    private static final Pattern INJECTED = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"(laurel\\.[a-z0-9.-]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern EXPRESSION = Pattern.compile("\"\\$\\{(laurel\\.[a-z0-9.-]+):([^}]*)}\"");

    private Settings() {}

    /** What all services read. */
    static Collection<Setting> common() {
        return of(KIT, "META-INF/microprofile-config.properties").values();
    }

    /** What one service reads besides. */
    static Collection<Setting> own(DeployedService service) {
        Map<String, Setting> own = of(service.module(), "application.properties");
        common().forEach(setting -> {
            if (!service.properties().containsKey(setting.property())) {
                own.remove(setting.property());
            }
        });
        return own.values();
    }

    /** The properties of a file in a module's resources. */
    static Properties properties(String module, String file) {
        Properties properties = new Properties();
        try (StringReader text = new StringReader(Repository.text(module + "/src/main/resources/" + file))) {
            properties.load(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    private static Map<String, Setting> of(String module, String file) {
        Map<String, Setting> settings = new TreeMap<>();
        Properties properties = properties(module, file);
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("laurel."))
                .forEach(name -> settings.put(name, new Setting(name, properties.getProperty(name))));
        sources(module)
                .flatMap(source -> Stream.of(INJECTED, EXPRESSION)
                        .flatMap(pattern -> pattern.matcher(source).results()))
                .map(Settings::setting)
                .forEach(setting -> settings.putIfAbsent(setting.property(), setting));
        return settings;
    }

    private static Setting setting(MatchResult match) {
        String value = match.group(2);
        return new Setting(match.group(1), value == null ? "" : value);
    }

    private static Stream<String> sources(String module) {
        try (Stream<Path> files = Files.walk(Repository.file(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Settings::read).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
