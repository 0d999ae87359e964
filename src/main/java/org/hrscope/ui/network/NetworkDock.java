package org.hrscope.ui.network;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.GrownText;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Shrinking;
import org.hrscope.ui.common.ShrinkingBar;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The dock below the stage: a bar with title, legend and switches, the map, and next to it the list of times. It
/// requests visible values only, and none while folded. FX thread.
public final class NetworkDock extends BorderPane {
    private static final long ASK_PAUSE = 250_000_000;
    private static final double ZOOM = 1.25;

    private final NetworkViewModel model;
    private final ActivationFollower follower;
    private final Jobs jobs;
    private final Consumer<Problem> trouble;
    private final Controls controls;
    private final Texts texts;
    private final MapCanvas view;
    private final Thumbnails thumbnails = new Thumbnails();
    private final Profiling profiling;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final ProgressBar progress = new ProgressBar();
    private final ToggleButton times;
    private final TimesList list;
    private final DifferencesList differences;
    private final ToggleButton compare;
    private final MapGestures pane;
    private final Ribbon ribbon;
    private Set<String> asked = Set.of();
    private long askedAt;

    /// @param files  the pose network in use, following changes
    /// @param finder opens the person finder in use; called off the FX thread
    public NetworkDock(
            Shell shell,
            NetworkViewModel model,
            ObservableValue<@Nullable ModelFile> files,
            ObservableValue<Callable<ModelFile>> finder,
            ActivationFollower follower) {
        this.model = model;
        this.follower = follower;
        jobs = shell.jobs();
        trouble = shell.notices()::problem;
        controls = shell.controls();
        texts = shell.texts();
        Theme theme = shell.theme();
        view = new MapCanvas(model, texts, theme.darkProperty());
        Object shares = new Object();
        ribbon =
                new Ribbon(
                        model,
                        view,
                        (names, glance) -> follower.request(shares, names, glance),
                        texts);
        pane = new MapGestures(model, view, ribbon, files, controls, texts);
        list = new TimesList(model, texts);
        times = controls.toggle(MaterialDesignT.TIMER_OUTLINE, "network.times");
        differences = new DifferencesList(shell, model);
        compare = controls.toggle(MaterialDesignC.COMPARE, "network.compare");
        compare.setOnAction(event -> compare());
        profiling = new Profiling(model, jobs, this::notMeasured);
        getStyleClass().add("network-dock");
        setTop(head(theme));
        open.subscribe((_, now) -> fold(now));
        times.selectedProperty().subscribe((_, now) -> timesWanted(now));
        fold(true);
        BooleanProperty wanted = model.finderWantedProperty();
        Runnable choose = () -> use(files.getValue(), finder.getValue());
        Changes.of(choose, files, wanted);
        // Another finder changes nothing while the map shows the pose network.
        finder.subscribe((_, _) -> {
            if (wanted.get()) choose.run();
        });
        choose.run();
    }

    private ShrinkingBar head(Theme theme) {
        Label title = new Caption(texts.of(this::title, model.networkProperty()), "panel-title");
        progress.setVisible(false);
        ToggleButton unfold = controls.toggle(MaterialDesignC.CHEVRON_DOWN, "network.fold");
        unfold.selectedProperty().bindBidirectional(open);
        Legend legend = new Legend(model, texts, theme.darkProperty());
        Label shows = new Caption(texts, "network.shows", "muted");
        ShrinkingBar head = new ShrinkingBar(title, networks(), legend, new Spacer(), progress);
        head.shrinking(legend, Shrinking.hiding(shows));
        head.getChildren()
                .addAll(
                        shows,
                        channels(),
                        times,
                        compare,
                        controls.button(MaterialDesignT.TEXT_SEARCH, "network.find", this::find),
                        button(MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "view.smaller", 1 / ZOOM),
                        button(MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "view.larger", ZOOM),
                        controls.button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "view.fit", view::fit),
                        unfold);
        head.getStyleClass().add("network-head");
        return head;
    }

    /// Which of the two networks the map shows.
    private SegmentedButton networks() {
        ToggleButton pose = controls.toggle(MaterialDesignH.HUMAN, "network.pose");
        ToggleButton people = controls.toggle(MaterialDesignA.ACCOUNT_SEARCH, "network.finder");
        SegmentedButton both = new SegmentedButton(pose, people);
        both.setToggleGroup(new ToggleGroup());
        BooleanProperty finder = model.finderWantedProperty();
        pose.setOnAction(event -> finder.set(false));
        people.setOnAction(event -> finder.set(true));
        Runnable follow =
                () -> {
                    pose.setSelected(!finder.get());
                    people.setSelected(finder.get());
                };
        pose.selectedProperty().addListener(changed -> follow.run());
        Changes.now(follow, finder);
        return both;
    }

    private Button button(org.kordamp.ikonli.Ikon icon, String key, double factor) {
        return controls.button(icon, key, () -> view.zoomAtCentre(factor));
    }

    private String title() {
        MapLayout map = model.map();
        if (map == null) return texts.get("network");
        return model.showsFinder()
                ? texts.get("network.title.finder", map.title())
                : new GrownText(texts, model.grown()).title(map.title());
    }

    private ChannelChoice channels() {
        ChannelChoice channels = new ChannelChoice(texts, controls);
        channels.valueProperty()
                .subscribe((_, now) -> {
                    thumbnails.channel(now);
                    model.channelProperty().set(now);
                    asked = Set.of();
                    follower.request(this, Set.of());
                });
        return channels;
    }

    private void use(@Nullable ModelFile pose, Callable<ModelFile> finder) {
        profiling.stop();
        if (pose == null) return;
        boolean people = model.finderWantedProperty().get();
        jobs.run(
                Job.Name.latest(this),
                progress -> OpenedNetwork.of(people ? finder.call() : pose),
                Jobs.Outcome.of(this::show, trouble));
    }

    private void show(OpenedNetwork opened) {
        model.show(opened);
        compared(false);
        asked = Set.of();
        follower.model(opened.file(), opened.map().nodes().stream().map(MapNode::name).toList());
    }

    /// Only the user may ask for it again, not the next pulse.
    private void notMeasured(Problem problem) {
        times.setSelected(false);
        trouble.accept(problem);
    }

    private void fold(boolean unfolded) {
        setCenter(unfolded ? pane : null);
        setMinHeight(unfolded ? 120 : USE_PREF_SIZE);
        setMaxHeight(unfolded ? Double.MAX_VALUE : USE_PREF_SIZE);
        aside();
    }

    /// Whether the map is visible.
    public BooleanProperty openProperty() {
        return open;
    }

    /// Where the map is, to be restored later.
    public MapPlace place() {
        return view.place();
    }

    public void place(MapPlace place) {
        view.place(place);
    }

    /// @param pixels per unit of length, where the window is enlarged
    public void sharpness(double pixels) {
        view.sharpness(pixels);
    }

    /// The whole map as an image; null before the first network.
    public @Nullable NodePicture picture() {
        return view.picture();
    }

    /// The whole map as SVG; null before the first network.
    public @Nullable String svg() {
        return view.svg();
    }

    /// Zooms in as far as these nodes stay fully visible, at every size of the dock; the whole map if there are none.
    public void frame(Set<String> nodes) {
        view.frame(nodes);
    }

    /// Unfolds the map and opens the field that finds nodes by name.
    public void find() {
        open.set(true);
        pane.find();
    }

    public void toggle() {
        open.set(!open.get());
    }

    private void compare() {
        if (compare.isSelected()) {
            times.setSelected(false);
            differences.choose(getScene().getWindow(), this::compared);
        }
        aside();
    }

    private void compared(boolean anything) {
        compare.setSelected(anything);
        aside();
    }

    /// At most one list stands beside the map.
    private void aside() {
        if (!compare.isSelected()) differences.clear();
        var aside = times.isSelected() ? list : compare.isSelected() ? differences : null;
        setRight(open.get() ? aside : null);
    }

    private void timesWanted(boolean now) {
        if (now) compare.setSelected(false);
        aside();
        if (!now) profiling.stop();
        model.timesShownProperty().set(now);
    }

    /// Once per pulse.
    ///
    /// @param result the one on stage, owned by the caller; null before the first
    public void pulse(@Nullable PipelineResult result) {
        ribbon.pulse(open.get());
        view.pulse(thumbnails.poll());
        boolean unmeasured = times.isSelected() && model.timesProperty().get() == null;
        if (unmeasured && !profiling.running()) profiling.start(result);
        progress.setVisible(profiling.running());
        progress.setProgress(profiling.progress());
        long now = System.nanoTime();
        if (now - askedAt < ASK_PAUSE) return;
        askedAt = now;
        Set<String> seen = open.get() ? view.visible() : Set.of();
        if (seen.equals(asked)) return;
        asked = seen;
        follower.request(this, seen, thumbnails);
    }

    /// Stops the measurement.
    public void close() {
        profiling.stop();
    }
}
