package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Sweep;
import org.hrscope.ablation.SweepCsv;
import org.hrscope.ablation.SweepTable;
import org.hrscope.batch.NamedSource;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.people.Person;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.threads.Job;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ablate`: cuts each exchange path in turn and prints which joints move. Ctrl+C ends it; finished frames are
/// written.
@Command(name = "ablate", mixinStandardHelpOptions = true)
public final class AblateCommand extends Printing implements Callable<Integer> {
    private static final int SHOWN = 12;

    private final PoseEngine.SourceOpening opening;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "SOURCE")
    private String source = "";

    @Option(names = "--joint", paramLabel = "NAME")
    private @Nullable String joint;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "0")
    private int frames;

    @Option(names = "--csv", required = true, paramLabel = "FILE")
    private Path csv = Path.of("");

    public AblateCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (frames < 0) throw new Problem("estimate.frames", frames);
        networkFirst(model, source);
        result("--csv", csv, "");
        NamedSource named = NamedSource.of(source);
        List<Path> files = ModelOptions.files(model, null);
        files.addAll(named.files());
        new NamedInputs(files, () -> WeightFiles.of(model)).refuse(csv);
        try (PoseEstimator estimator =
                        new PoseEstimator(ModelOptions.opener(null, null).open(model));
                CutSession session =
                        CutSession.of(
                                model,
                                OnnxReader.read(model),
                                estimator.info().inputShape(),
                                List.of())) {
            if (session.gates().paths().isEmpty()) throw new Problem("ablate.no-paths", model);
            Optional<Integer> only = JointName.index(model, estimator.info(), joint);
            SweepTable table = new SweepTable();
            try (ProgressLine progress = new ProgressLine(err())) {
                sweep(named, estimator, session, table, progress);
            } finally {
                if (table.frames() > 0) keep(table, estimator.info(), only);
            }
        }
        return 0;
    }

    private void sweep(
            NamedSource named,
            PoseEstimator estimator,
            CutSession session,
            SweepTable table,
            ProgressLine progress)
            throws Problem, InterruptedException {
        ModelInfo info = estimator.info();
        EngineSettings settings = EngineSettings.once(info.decoder(), false);
        Sweep sweep = new Sweep(session, session.gates().paths());
        Job.Progress going =
                (done, total) ->
                        progress.at(done, total, "paths cut, frame " + (table.frames() + 1));
        FrameAnalysis.run(
                () -> opening.open(named.spec()),
                estimator,
                settings,
                result -> {
                    try (result) {
                        Optional<Person> person = result.person();
                        if (person.isEmpty()) return true;
                        Pose pose = person.get().pose();
                        session.feed(estimator.crop(result.frame(), pose.box(), info.decoder()));
                        table.add(
                                sweep.run(
                                        person.get().estimate().geometry(), info.decoder(), going));
                        return table.frames() != frames;
                    }
                });
    }

    private void keep(SweepTable table, ModelInfo info, Optional<Integer> only) throws Problem {
        tell(rows(table, only), info, out());
        int done = table.frames();
        new SweepCsv(info.skeleton().joints(), done).write(csv, rows(table, only));
        written(done + (done == 1 ? " frame, " : " frames, "), csv);
    }

    private static List<SweepTable.Row> rows(SweepTable table, Optional<Integer> only) {
        return table.rows().stream()
                .filter(row -> only.isEmpty() || only.get() == row.joint())
                .toList();
    }

    private static void tell(List<SweepTable.Row> rows, ModelInfo info, PrintWriter out) {
        out.printf(
                "%-28s %-16s %9s %7s %7s %7s%n",
                "path", "joint", "moved px", "cells", "peak", "after");
        if (rows.size() > SHOWN) out.printf("the first %d of %d rows:%n", SHOWN, rows.size());
        for (SweepTable.Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            out.printf(
                    "%-28s %-16s %9s %7s %7.3f %7.3f%n",
                    row.gate(),
                    info.skeleton().joints().get(row.joint()),
                    PlainWriter.cell("%.1f", row.pixels()),
                    PlainWriter.cell("%.2f", row.cells()),
                    row.before(),
                    row.after());
        }
    }
}
