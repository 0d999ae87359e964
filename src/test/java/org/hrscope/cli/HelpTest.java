package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ParityCheck;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.Downloader;
import org.hrscope.library.EnvironmentProxy;
import org.hrscope.library.ModelStore;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.tuning.PlanStore;
import org.hrscope.tuning.ThisMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// The help's texts stand apart from the options they describe: none may be missing, none left over.
class HelpTest {
    @TempDir private Path folder;

    private CommandLine commands() {
        PoseEngine.SourceOpening nothing =
                source -> {
                    throw new Problem("file.missing", source.text());
                };
        Downloader downloader = new Downloader(new EnvironmentProxy(Map.of()));
        CheckpointImport importer = new CheckpointImport();
        ModelStore store = new ModelStore(folder, downloader, importer);
        NetworkTuning tuning =
                new NetworkTuning(new PlanStore(folder, ThisMachine::now), List.of());
        return new CommandLine(new RootCommand(source -> {}))
                .addSubcommand(new EstimateCommand(nothing))
                .addSubcommand(new MergeCommand())
                .addSubcommand(new BenchCommand(nothing, results -> null, tuning))
                .addSubcommand(new SoakCommand(nothing))
                .addSubcommand(new ImportCommand(importer, new ParityCheck(), Catalogue.load()))
                .addSubcommand(new DescribeCommand())
                .addSubcommand(new InspectCommand(nothing))
                .addSubcommand(new AblateCommand(nothing))
                .addSubcommand(new OccludeCommand(nothing))
                .addSubcommand(new GrowCommand())
                .addSubcommand(new TeachCommand(nothing))
                .addSubcommand(new ModelsCommand(Catalogue.load(), store, (done, total) -> {}))
                .setInterpolateVariables(false);
    }

    private static List<CommandLine> all(CommandLine root) {
        List<CommandLine> all = new ArrayList<>(List.of(root));
        Set.copyOf(root.getSubcommands().values()).forEach(each -> all.addAll(all(each)));
        return all;
    }

    /// The id of a network says what it is.
    private static boolean needsNone(ArgSpec argument) {
        return argument.paramLabel().equals("ID");
    }

    @Test
    void everyCommandAndOptionIsDescribedAndNoTextIsLeftOver() {
        Set<String> told = new HashSet<>();
        for (CommandLine command : all(commands())) {
            String[] about = command.getCommandSpec().usageMessage().description();
            assertThat(about).as(command.getCommandName()).isNotEmpty();
            told.addAll(Arrays.asList(about));
            for (ArgSpec argument : command.getCommandSpec().args()) {
                if (needsNone(argument)) continue;
                assertThat(argument.description())
                        .as(command.getCommandName() + " " + argument)
                        .isNotEmpty();
                told.addAll(Arrays.asList(argument.description()));
            }
        }
        ResourceBundle texts = ResourceBundle.getBundle("org.hrscope.text.commands");
        assertThat(told).containsAll(texts.keySet().stream().map(texts::getString).toList());
    }
}
