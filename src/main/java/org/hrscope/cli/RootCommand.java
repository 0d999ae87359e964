package org.hrscope.cli;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `hrscope` itself: without a command the window opens, on the source that is named if there is one.
@Command(
        name = "hrscope",
        description = "See what a pose network does.",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class)
public final class RootCommand implements Callable<Integer> {
    /// The window is open: the process goes on.
    public static final int WINDOW = -1;

    private final Consumer<@Nullable String> window;

    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE",
            description =
                    "A picture, folder, video, http address, camera:0, demo, or an .onnx network.")
    private @Nullable String source;

    public RootCommand(Consumer<@Nullable String> window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        window.accept(source);
        return WINDOW;
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
