package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hrscope.ablation.Gains;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedResults;
import org.hrscope.bundle.SharedTaught;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.KnownFrame;
import org.hrscope.pipeline.KnownFrame.Someone;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;

/// Opens a shared view: finds its source and network, asks for what is missing, waits for both, and then sets what the
/// results depend on; once the very frame is on stage, the view follows. FX thread; files are read off it.
final class ViewOpening {
    /// A source or network that fails to open reports that itself.
    private static final long PATIENCE = 60_000_000_000L;

    private final Shell shell;
    private final ViewOnFile view;
    private final MissingParts missing;
    private final Path networks;
    private @Nullable FoundParts coming;
    private @Nullable ModelFile before;
    private boolean posed;
    private long began;

    /// @param networks where imported ones are kept; enclosed images go beside
    ViewOpening(Shell shell, ViewOnFile view, MissingParts missing, Path networks) {
        this.shell = shell;
        this.view = view;
        this.missing = missing;
        this.networks = networks;
    }

    void open(Path file) {
        Path unpacked = unpacked();
        shell.jobs()
                .run(
                        new Job.Name("view", "job.view", String.valueOf(file.getFileName())),
                        progress -> FoundParts.of(file, networks, unpacked),
                        Jobs.Outcome.of(this::complete, shell.notices()::problem));
    }

    private void complete(FoundParts found) {
        if (found.source() == null) {
            missing.source(found.frame(), chosen -> choose(found, chosen));
        } else if (!found.network()) {
            missing.network(
                    found.bundle().network(),
                    chosen -> complete(found.with(chosen)),
                    () -> begin(found.with(view.models().opener().model())));
        } else {
            begin(found);
        }
    }

    private void choose(FoundParts found, Path chosen) {
        shell.jobs()
                .run(
                        () -> SourceSpec.parse(chosen.toString()),
                        source -> complete(found.with(source)),
                        shell.notices()::problem);
    }

    /// Joints that were taught are added to the network first.
    private void begin(FoundParts found) {
        SharedNetwork network = found.bundle().network();
        SharedTaught taught = network.taught();
        Path own = found.model();
        if (taught == null) {
            start(found);
            return;
        }
        shell.jobs()
                .run(
                        () -> TaughtOnFile.write(taught, network, own, unpacked()),
                        with -> start(found.with(with)),
                        problem -> {
                            shell.notices().problem(problem);
                            start(found);
                        });
    }

    private Path unpacked() {
        return networks.resolveSibling("shared");
    }

    private void start(FoundParts found) {
        SourceSpec source = found.source();
        if (source == null) return;
        before = view.models().live().modelFileProperty().get();
        coming = found;
        posed = false;
        began = System.nanoTime();
        view.models().opener().choose(found.model());
        Path finder = view.models().opener().finder().fileProperty().get();
        boolean asked = found.bundle().results().people() == PersonMode.EVERYONE;
        if (asked && !Objects.equals(finder, found.finder()))
            view.models().opener().finder().use(found.finder());
        view.models().opener().play(source);
    }

    /// Once per pulse.
    void pulse() {
        FoundParts found = coming;
        if (found == null) return;
        LiveViewModel live = view.models().live();
        if (System.nanoTime() - began > PATIENCE) coming = null;
        if (live.sourceProperty().get() != found.source()) return;
        if (live.modelFileProperty().get() == before) return;
        if (!posed) pose(found);
        posed = true;
        PipelineResult shown = view.stage().shown();
        if (shown == null || !isThere(found, shown, live)) return;
        coming = null;
        new ViewFromFile(view).show(found.bundle().view());
        String name = live.modelFileProperty().get().info().name();
        String wanted = found.bundle().network().name();
        SharedNetwork finder = found.bundle().results().finderFile();
        if (finder != null && found.lacksFinder())
            shell.notices().problem(new Problem("bundle.finder", finder.name()));
        if (!name.equals(wanted))
            shell.notices().problem(new Problem("bundle.otherNetwork", name, wanted));
    }

    /// Another frame, or the same one with others in it, may still be on its way.
    private static boolean isThere(FoundParts found, PipelineResult shown, LiveViewModel live) {
        if (shown.frame().origin().index() != found.frame().frame()) return false;
        if (!shown.model().equals(live.modelProperty().get())) return false;
        var wanted = found.bundle().results().found();
        var there = shown.people().all();
        if (wanted.size() != there.size()) return false;
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).box().equals(there.get(i).pose().box())) return false;
        }
        return true;
    }

    private void pose(FoundParts found) {
        LiveViewModel live = view.models().live();
        SharedResults results = found.bundle().results();
        live.decoderProperty().set(results.decoder());
        live.flipProperty().set(results.flip());
        live.smoothingProperty().set(results.smoothing());
        if (results.drawn() != null && results.people() == PersonMode.DRAWN)
            live.draw(results.drawn());
        else if (results.people() != PersonMode.DRAWN) live.peopleProperty().set(results.people());
        try {
            view.models().lab().cuts().put(Gains.parse(results.gains()));
        } catch (Problem problem) {
            shell.notices().problem(problem);
        }
        live.show(
                new KnownFrame(
                        found.frame().frame(),
                        results.found().stream()
                                .map(each ->
                                        new Someone(
                                                each.identity(),
                                                each.box(),
                                                each.shown() == null ? List.of() : each.shown()))
                                .toList()));
    }
}
