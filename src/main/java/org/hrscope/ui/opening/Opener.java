package org.hrscope.ui.opening;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hrscope.bundle.BundleFile;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.convert.CheckpointName;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.settings.Settings;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Jobs.Outcome;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.ui.lab.Rival;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;

/// Opens whatever the user names, chooses or drops: a source to play or a network to use. A failure is reported and the
/// current one stays. FX thread.
public final class Opener {
    private static final String SOURCE = "source";
    private static final String MODEL = "model";

    /// Notices for the user, on the FX thread.
    public interface Told {
        void problem(Problem problem);

        /// A source or a network does not open.
        default void refused(Problem problem) {
            problem(problem);
        }

        /// Something else is to be opened: what was told of an attempt before is past.
        default void asked() {}

        /// A checkpoint import begins.
        void importing(Path checkpoint);

        /// How an import was verified.
        void proven(ImportProof proof);
    }

    private final Jobs jobs;
    private final LiveViewModel live;
    private final Networks networks;
    private final Told told;
    private final FinderInUse finder;
    private final @Nullable PlanTuning tuning;
    private final CameraModes cameras;
    private final Loan loan = new Loan();
    private final Tries tries = new Tries();
    private List<String> recent;
    private Consumer<Path> views = file -> {};
    private @Nullable Path model;

    /// Asked for first, as the last session's is at the start; null for the bundled one, and once it is known not to
    /// open.
    private @Nullable Path first;

    private boolean begun;

    /// Whether something else was asked for after the first.
    private boolean replaced;

    public Opener(
            Jobs jobs,
            LiveViewModel live,
            Networks networks,
            Told told,
            CameraModes cameras,
            @Nullable List<String> recent) {
        this.jobs = jobs;
        this.live = live;
        this.networks = networks;
        this.told = told;
        finder = new FinderInUse(jobs, live, told::problem);
        NetworkTuning measuring = networks.tuning();
        tuning = measuring == null ? null : new PlanTuning(jobs, live, measuring, told);
        this.cameras = cameras;
        this.recent = recent == null ? List.of() : recent;
        live.sourceProperty().subscribe((_, now) -> opened(now));
    }

    /// A file, folder, address, camera or the demo figure, as typed; an .onnx file is a network, a PyTorch checkpoint
    /// is imported.
    public void open(String text) {
        told.asked();
        String name = text.toLowerCase(Locale.ROOT);
        try {
            if (BundleFile.is(name)) {
                views.accept(Path.of(text).toAbsolutePath());
                return;
            }
            if (name.endsWith(".onnx")) {
                useModel(Path.of(text));
                return;
            }
            if (CheckpointName.is(name)) {
                importCheckpoint(Path.of(text));
                return;
            }
        } catch (InvalidPathException e) {
            told.refused(new Problem(e, "file.missing", text));
            return;
        }
        open(() -> SourceSpec.parse(text), text);
    }

    /// Whether [#open(String)] takes this for a network, not a source.
    public static boolean network(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(".onnx") || CheckpointName.is(text);
    }

    /// @param text its name in the list of recent ones, which it leaves if it fails
    void open(Callable<SourceSpec> source, String text) {
        jobs.run(
                Job.Name.latest(SOURCE),
                progress -> source.call(),
                Outcome.of(
                        this::play,
                        problem -> {
                            forget(text);
                            told.refused(problem);
                        }));
    }

    /// @param opening opens shared views
    public void views(Consumer<Path> opening) {
        views = opening;
    }

    public void open(SourceSpec spec) {
        told.asked();
        play(spec);
    }

    /// The same for the outcome of something that was asked for earlier: what was told meanwhile stays.
    public void play(SourceSpec spec) {
        jobs.cancel(SOURCE);
        // Until it has been opened: what fails leaves the list.
        if (!spec.equals(live.sourceProperty().get())) forget(spec.text());
        live.open(spec);
    }

    private void opened(@Nullable SourceSpec spec) {
        if (spec == null) return;
        boolean named = spec instanceof SourceSpec.Video || spec instanceof SourceSpec.Picture;
        if (named || spec instanceof SourceSpec.Folder || spec instanceof SourceSpec.Stream) {
            recent = Settings.recent(spec.text(), recent);
        }
    }

    private void forget(String text) {
        recent = recent.stream().filter(each -> !each.equals(text)).toList();
    }

    /// Opens the first camera, unless something else is chosen while it is looked for.
    ///
    /// @param search may take a second
    public void openCamera(Callable<List<CameraInfo>> search) {
        jobs.run(
                Job.Name.latest(SOURCE),
                progress -> search.call(),
                Outcome.of(
                        found -> found.stream().findFirst().map(cameras::of).ifPresent(live::open),
                        noCameras -> {}));
    }

    /// How cameras are opened.
    public CameraModes cameras() {
        return cameras;
    }

    private void importCheckpoint(Path checkpoint) {
        told.importing(checkpoint);
        replaced = true;
        jobs.run(
                new Job.Name(MODEL, "job.import", String.valueOf(checkpoint.getFileName())),
                progress -> ImportedNetwork.of(checkpoint, networks),
                new Outcome<>(
                        done -> {
                            told.proven(done.proof());
                            choose(done.file());
                        },
                        this::refused,
                        this::needOne));
    }

    private void refused(Problem problem) {
        told.refused(problem);
        needOne();
    }

    /// What was named at the start may not open or be stopped: the window is not left without a network, nor does that
    /// cost the one of the last session.
    private void needOne() {
        boolean coming = jobs.running().stream().anyMatch(job -> MODEL.equals(job.name().key()));
        if (live.modelProperty().get() == null && !coming) choose(first);
    }

    /// The network in this file, null for the bundled one; of several pending, the last wins. If a remembered file is
    /// missing, the bundled network is used.
    public void useModel(@Nullable Path file) {
        told.asked();
        choose(file);
    }

    /// The same for the outcome of something that was asked for earlier: what was told meanwhile stays.
    public void choose(@Nullable Path file) {
        if (!begun) first = file;
        begun = true;
        replaced = !Objects.equals(file, first);
        use(file, loan.choice(used(file), this::giveBack));
    }

    private void use(@Nullable Path file) {
        use(file, used(file));
    }

    private void use(@Nullable Path file, Outcome<PoseEstimator> outcome) {
        String name = file == null ? "" : String.valueOf(file.getFileName());
        jobs.run(
                file == null ? Job.Name.latest(MODEL) : new Job.Name(MODEL, "job.model", name),
                progress -> estimator(file),
                outcome);
    }

    private Outcome<PoseEstimator> used(@Nullable Path file) {
        return new Outcome<>(
                estimator -> {
                    model = file;
                    if (tuning != null) tuning.opened(estimator);
                    live.use(estimator);
                },
                file == null ? told::refused : problem -> failed(file, problem),
                () -> stopped(file));
    }

    private void failed(Path file, Problem problem) {
        if (file.equals(first)) first = null;
        refused(problem);
    }

    private void stopped(@Nullable Path file) {
        if (!replaced && Objects.equals(file, first)) first = null;
        needOne();
    }

    /// Opens a network at the size of a published one, made from this one; the first time that takes seconds.
    ///
    /// @param width C of the published one
    public void grow(@Nullable ModelFile file, int width) {
        jobs.run(
                new Job.Name(MODEL, "job.grow", "W" + width),
                progress -> new PublishedSizes(networks).of(file, width, progress),
                Outcome.of(this::choose, told::refused));
    }

    /// Makes int8 copies of the network in use, which stays in use.
    FasterPane.Making faster() {
        return new FasterJobs(jobs, live, this, networks.imported(), told, tries);
    }

    /// Whether the network in use is only borrowed.
    boolean lent() {
        return loan.lent();
    }

    private PoseEstimator estimator(@Nullable Path file) throws Problem {
        return new PoseEstimator(
                file == null ? networks.models().bundled() : networks.models().open(file));
    }

    /// The person finder.
    public FinderInUse finder() {
        return finder;
    }

    /// Opens networks to compare with.
    public RivalOpener rivals(Rival rival) {
        return new RivalOpener(jobs, networks, rival, tries, told::problem);
    }

    /// Uses the bundled network while a lesson lasts.
    public void lendBundled() {
        lend(null);
    }

    /// Uses this network until [#takeBack]; null for the bundled one.
    public void lend(@Nullable Path file) {
        loan.begin(model);
        use(file);
    }

    /// Shows the network in use at the size of a published one while a lesson lasts; the bundled network where that one
    /// cannot be.
    ///
    /// @param width C of the published one
    public void lendSize(int width) {
        ModelFile file = live.modelFileProperty().get();
        loan.begin(model);
        jobs.run(
                new Job.Name(MODEL, "job.grow", "W" + width),
                progress -> new PublishedSizes(networks).nearest(file, width, progress),
                Outcome.of(this::use, told::refused));
    }

    /// Ends that period.
    public void takeBack() {
        if (loan.end()) giveBack();
    }

    private void giveBack() {
        if (!Objects.equals(loan.before(), model)) use(loan.before());
        else jobs.cancel(MODEL);
    }

    /// Opens the network in use once more, for work beside the stage; to be called off the FX thread.
    public Callable<PoseEstimator> inUse() {
        Path file = model;
        return () -> estimator(file);
    }

    /// What the next start opens: null for the bundled network.
    public @Nullable Path remembered() {
        return loan.lent() ? loan.before() : model;
    }

    public @Nullable Path model() {
        return model;
    }

    public List<String> recent() {
        return new ArrayList<>(recent);
    }
}
