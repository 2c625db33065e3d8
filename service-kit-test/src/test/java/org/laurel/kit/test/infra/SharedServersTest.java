package org.laurel.kit.test.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharedServersTest {

    @Test
    void areTheSameForClassesOfAnotherClassLoader() throws Exception {
        // Given
        String here = SharedServers.get().kafka();
        try (URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> copy = other.loadClass(SharedServers.class.getName());
            assertThat(copy).isNotSameAs(SharedServers.class);

            // When
            Object servers = copy.getMethod("get").invoke(null);

            // Then
            assertThat(copy.getMethod("kafka").invoke(servers)).isEqualTo(here);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(java.io.File.pathSeparator))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
