package org.hrscope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/// The log in the user's data folder, limited to the latest megabytes. Uses java.util.logging: a logging library
/// would load 400 classes at every start. The file is opened with the first line. Any thread.
public final class LogFile {
    private static final String FOLDER = "hrscope.log";
    private static final int BYTES = 2_000_000;
    private static final int FILES = 3;

    /// Writes the lines. Silent on a full disk: Java's own handler would print a stack trace between the sentences
    /// meant for the user.
    public static final class Lines extends FileHandler {
        public Lines() throws IOException {
            setErrorManager(
                    new ErrorManager() {
                        @Override
                        public void error(
                                @Nullable String text, @Nullable Exception cause, int code) {}
                    });
        }
    }

    /// Instantiated by Java when the first logger is requested.
    public LogFile() throws IOException {
        LogManager.getLogManager().readConfiguration(configuration());
    }

    static void in(Path folder) {
        System.setProperty(FOLDER, folder.toString());
        System.setProperty("java.util.logging.config.class", LogFile.class.getName());
    }

    private static ByteArrayInputStream configuration() throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER));
        Properties lines = new Properties();
        String handler = Lines.class.getName();
        if (writable(folder)) lines.setProperty("handlers", handler);
        // The name is a pattern, in which % is special.
        String file = folder.toString().replace("%", "%%") + "/hrscope.%g.log";
        lines.setProperty(handler + ".pattern", file);
        lines.setProperty(handler + ".limit", String.valueOf(BYTES));
        lines.setProperty(handler + ".count", String.valueOf(FILES));
        lines.setProperty(handler + ".append", "true");
        lines.setProperty(handler + ".formatter", SimpleFormatter.class.getName());
        lines.setProperty(
                SimpleFormatter.class.getName() + ".format", "%1$tF %1$tT %4$s %2$s %5$s%6$s%n");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        lines.store(text, null);
        return new ByteArrayInputStream(text.toByteArray());
    }

    /// Without a writable folder the program runs without a log.
    private static boolean writable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }
}
