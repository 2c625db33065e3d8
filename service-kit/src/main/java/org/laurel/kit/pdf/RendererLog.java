package org.laurel.kit.pdf;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Drops what the layout library says: it quotes what it prints, and that is learners' names. */
final class RendererLog implements XRLogger {

    @Override
    public void log(String category, Level level, String message) {}

    @Override
    public void log(String category, Level level, String message, @Nullable Throwable failure) {}

    @Override
    public void setLevel(String category, Level level) {}

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return false;
    }
}
