package org.hrscope;

import java.nio.file.Path;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.cli.EstimateCommand;
import org.hrscope.cli.Exits;
import org.hrscope.cli.InspectCommand;
import org.hrscope.cli.RootCommand;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.SettingsStore;
import org.hrscope.settings.UserFolders;
import org.hrscope.ui.main.HrscopeWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Builds the objects and starts the window, or the command named by the first argument.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        UserFolders folders = UserFolders.ofThisSystem();
        System.setProperty("hrscope.log", folders.data().resolve("hrscope.log").toString());
        Cameras cameras = new Cameras();
        SourceOpener opener = new SourceOpener(cameras, pool -> new DemoSource());
        PoseEngine.SourceOpening sources = spec -> opener.open(spec, new FramePool());
        CommandLine commands =
                new CommandLine(
                                new RootCommand(
                                        source -> openWindow(folders, cameras, sources, source)))
                        .addSubcommand(new EstimateCommand(sources))
                        .addSubcommand(new InspectCommand(sources))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(new Exits());
        int exit = commands.execute(arguments);
        if (exit != RootCommand.WINDOW) System.exit(exit);
    }

    private static void openWindow(
            UserFolders folders,
            Cameras cameras,
            PoseEngine.SourceOpening sources,
            @Nullable String source) {
        HrscopeWindow.launch(() ->
                new HrscopeWindow.Parts(
                        (settings, listener) -> new PoseEngine(sources, settings, listener),
                        cameras::list,
                        new ModelOpener(ModelProfile.EMPTY),
                        new SettingsStore(folders.settings()),
                        Path.of(System.getProperty("user.home"), "Pictures"),
                        source));
    }
}
