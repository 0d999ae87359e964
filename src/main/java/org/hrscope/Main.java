package org.hrscope;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoScenes;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.cli.AblateCommand;
import org.hrscope.cli.BenchCommand;
import org.hrscope.cli.DescribeCommand;
import org.hrscope.cli.EstimateCommand;
import org.hrscope.cli.Exits;
import org.hrscope.cli.GrowCommand;
import org.hrscope.cli.ImportCommand;
import org.hrscope.cli.InspectCommand;
import org.hrscope.cli.MergeCommand;
import org.hrscope.cli.ModelsCommand;
import org.hrscope.cli.OccludeCommand;
import org.hrscope.cli.ProgressLine;
import org.hrscope.cli.RootCommand;
import org.hrscope.cli.SoakCommand;
import org.hrscope.cli.TeachCommand;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ParityCheck;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.library.Catalogue;
import org.hrscope.library.Downloader;
import org.hrscope.library.EnvironmentProxy;
import org.hrscope.library.ModelStore;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.settings.UserFolders;
import org.hrscope.threads.GuardedThread;
import org.hrscope.threads.Workers;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.tuning.PlanStore;
import org.hrscope.tuning.ThisMachine;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.shell.HrscopeWindow;
import org.hrscope.ui.shell.StartListener;
import org.hrscope.ui.shell.WindowStart;
import org.hrscope.ui.stage.DrawMeasurement;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Wires the objects and starts the window, or the command named by the first argument.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Signals signals = new Signals(Thread.currentThread()::interrupt);
        UserFolders folders = UserFolders.ofThisSystem();
        LogFile.in(folders.data());
        Cameras cameras = new Cameras();
        SourceOpener opener = new SourceOpener(cameras, pool -> new DemoSource(), DemoScenes::open);
        PoseEngine.SourceOpening sources = spec -> opener.open(spec, new FramePool());
        if (arguments.length == 0 || (arguments.length == 1 && certainlySource(arguments[0]))) {
            // Initialises logging while JavaFX starts.
            GuardedThread.start("log", LoggerFactory::getILoggerFactory);
            start(signals, folders, cameras, sources, arguments.length == 0 ? null : arguments[0]);
        } else {
            runCommand(arguments, signals, folders, cameras, sources);
        }
    }

    /// Commands are bare words. Starting the window bypasses picocli, which would cost a third of a second because
    /// its old classes cannot be in the AOT cache.
    private static boolean certainlySource(String argument) {
        return argument.equals("demo") || argument.matches("(?![-@]).*[./:\\\\].*");
    }

    private static void start(
            Signals signals,
            UserFolders folders,
            Cameras cameras,
            PoseEngine.SourceOpening sources,
            @Nullable String source) {
        try {
            openWindow(signals, folders, cameras, sources, source);
        } catch (Problem problem) {
            System.err.println(problem.message(Locale.getDefault()));
            System.exit(Exits.MENDABLE);
        }
    }

    private static void runCommand(
            String[] arguments,
            Signals signals,
            UserFolders folders,
            Cameras cameras,
            PoseEngine.SourceOpening sources) {
        RootCommand root =
                new RootCommand(source -> openWindow(signals, folders, cameras, sources, source));
        CommandLine commands = new CommandLine(root);
        Exits exits = new Exits(folders.data(), signals::came);
        addCommands(commands, folders, sources);
        commands.setExecutionExceptionHandler(exits);
        commands.setParameterExceptionHandler(exits);
        int exit = exits.execute(commands, arguments);
        if (exit != RootCommand.WINDOW) System.exit(exit);
    }

    private static void addCommands(
            CommandLine root, UserFolders folders, PoseEngine.SourceOpening sources) {
        Catalogue catalogue = Catalogue.load();
        CheckpointImport importer = new CheckpointImport();
        ModelStore store = store(folders);
        ProgressLine line = new ProgressLine(root.getErr());
        root.addSubcommand(new EstimateCommand(sources))
                .addSubcommand(new MergeCommand())
                .addSubcommand(new BenchCommand(sources, DrawMeasurement::of, tuning(folders)))
                .addSubcommand(new SoakCommand(sources))
                .addSubcommand(new ImportCommand(importer, new ParityCheck(), catalogue))
                .addSubcommand(new DescribeCommand())
                .addSubcommand(new InspectCommand(sources))
                .addSubcommand(new AblateCommand(sources))
                .addSubcommand(new OccludeCommand(sources))
                .addSubcommand(new GrowCommand())
                .addSubcommand(new TeachCommand(sources))
                .addSubcommand(new ModelsCommand(catalogue, store, line::bytes))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static NetworkTuning tuning(UserFolders folders) {
        return new NetworkTuning(
                new PlanStore(folders.data(), ThisMachine::now),
                List.of(folders.data().resolve("models")));
    }

    private static ModelStore store(UserFolders folders) {
        Downloader downloader = new Downloader(new EnvironmentProxy(System.getenv()));
        return new ModelStore(folders.data(), downloader, new CheckpointImport());
    }

    private static void noWindow(Problem why) {
        System.err.println(why.message(Locale.getDefault()));
        Runtime.getRuntime().halt(1);
    }

    private static void openWindow(
            Signals signals,
            UserFolders folders,
            Cameras cameras,
            PoseEngine.SourceOpening sources,
            @Nullable String source)
            throws Problem {
        StartListener start = StartReport.asked();
        signals.endBy(WindowStart::closeAll);
        SettingsStore store = new SettingsStore(folders.settings());
        // Read while JavaFX starts.
        CompletableFuture<Settings> remembered = Workers.once("settings", store::load);
        NetworkTuning tuning = tuning(folders);
        WindowStart.launch(
                () ->
                        new HrscopeWindow.Parts(
                                (settings, listener) -> new PoseEngine(sources, settings, listener),
                                cameras::list,
                                new Networks(
                                        new ModelOpener(ModelProfile.EMPTY, tuning.plans()),
                                        new CheckpointImport(),
                                        folders.data().resolve("models"),
                                        tuning),
                                remembered::join,
                                store,
                                () -> store(folders),
                                Path.of(System.getProperty("user.home"), "Pictures"),
                                source),
                start,
                Main::noWindow);
    }
}
