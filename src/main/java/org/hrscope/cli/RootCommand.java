package org.hrscope.cli;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.capture.SourceSpec;
import org.hrscope.convert.CheckpointName;
import org.hrscope.domain.NearestNames;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SOURCE")
    private @Nullable String source;

    public RootCommand(Window window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Problem {
        if (source != null && !network(source)) check(source);
        window.open(source);
        return WINDOW;
    }

    private void check(String given) throws Problem {
        Problem slip = slip(given, Objects.requireNonNull(spec));
        if (slip != null) throw slip;
        SourceSpec.parse(given);
    }

    /// A misspelt command, which is no file either; null for other words.
    static @Nullable Problem slip(String word, CommandSpec root) {
        List<String> near = NearestNames.slips(word, root.subcommands().keySet());
        boolean other = near.isEmpty() || new File(word).exists();
        return other ? null : new Problem("command.unknown", word, String.join(", ", near));
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
