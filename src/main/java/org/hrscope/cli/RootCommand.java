package org.hrscope.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.hrscope.capture.SourceSpec;
import org.hrscope.convert.CheckpointName;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `hrscope` itself: without a command, opens the window on the given source, if any. The help of all commands is in
/// `commands.properties`.
@Command(
        name = "hrscope",
        resourceBundle = "org.hrscope.text.commands",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class)
public final class RootCommand implements Callable<Integer> {
    /// The window is open; the process goes on.
    public static final int WINDOW = -1;

    /// Shows the window.
    public interface Window {
        void open(@Nullable String source) throws Problem;
    }

    private final Window window;

    @Parameters(arity = "0..1", paramLabel = "SOURCE")
    private @Nullable String source;

    public RootCommand(Window window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Problem {
        if (source != null && !network(source)) SourceSpec.parse(source);
        window.open(source);
        return WINDOW;
    }

    private static boolean network(String source) {
        return source.toLowerCase(Locale.ROOT).endsWith(".onnx") || CheckpointName.is(source);
    }

    /// The version of the jar, "development" when run from classes.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"HRScope " + (version == null ? "development" : version)};
        }
    }
}
