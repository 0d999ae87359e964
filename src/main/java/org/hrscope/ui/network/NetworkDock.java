package org.hrscope.ui.network;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
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
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Shrinking;
import org.hrscope.ui.common.ShrinkingBar;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
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
    private final MapAside aside;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final MapGestures pane;
    private final Ribbon ribbon;
    private final ReadOnlyBooleanProperty absent;
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
        absent = model.selection().absence().absentProperty();
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
        aside = new MapAside(shell, model);
        getStyleClass().add("network-dock");
        setTop(head(theme));
        Changes.now(this::arrange, open, aside.shownProperty());
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
        ToggleButton unfold = controls.toggle(MaterialDesignC.CHEVRON_DOWN, "network.fold");
        unfold.selectedProperty().bindBidirectional(open);
        Legend legend = new Legend(model, texts, theme.darkProperty());
        Label shows = new Caption(texts, "network.shows", "muted");
        NetworkChoice networks = new NetworkChoice(model.finderWantedProperty(), controls);
        ShrinkingBar head =
                new ShrinkingBar(title, networks, legend, new Spacer(), aside.progress());
        head.shrinking(legend, Shrinking.hiding(shows));
        head.getChildren().addAll(shows, channels());
        head.getChildren().addAll(aside.switches());
        head.getChildren()
                .addAll(
                        controls.button(MaterialDesignT.TEXT_SEARCH, "network.find", this::find),
                        button(MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "view.smaller", 1 / ZOOM),
                        button(MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "view.larger", ZOOM),
                        controls.button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "view.fit", view::fit),
                        unfold);
        head.getStyleClass().add("network-head");
        return head;
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
        aside.stop();
        if (pose == null) return;
        boolean people = model.finderWantedProperty().get();
        jobs.run(
                Job.Name.latest(this),
                progress -> OpenedNetwork.of(people ? finder.call() : pose),
                Jobs.Outcome.of(this::show, trouble));
    }

    private void show(OpenedNetwork opened) {
        model.show(opened);
        if (!opened.mapped()) trouble.accept(new Problem("network.no-map", opened.file()));
        aside.newNetwork();
        asked = Set.of();
        follower.model(opened.file(), opened.map().nodes().stream().map(MapNode::name).toList());
    }

    private void arrange() {
        boolean unfolded = open.get();
        setCenter(unfolded ? pane : null);
        setRight(unfolded ? aside.shownProperty().get() : null);
        setMinHeight(unfolded ? 120 : USE_PREF_SIZE);
        setMaxHeight(unfolded ? Double.MAX_VALUE : USE_PREF_SIZE);
    }

    /// Whether the map is visible.
    public BooleanProperty openProperty() {
        return open;
    }

    /// The map itself.
    public MapCanvas canvas() {
        return view;
    }

    /// Unfolds the map and opens the field that finds nodes by name.
    public void find() {
        open.set(true);
        pane.find();
    }

    public void toggle() {
        open.set(!open.get());
    }

    /// Once per pulse.
    ///
    /// @param result the one on stage, owned by the caller; null before the first
    public void pulse(@Nullable PipelineResult result) {
        ribbon.pulse(open.get());
        var fresh = thumbnails.poll();
        // The finder runs whoever is there.
        boolean nobody = result != null && result.person().isEmpty() && absent.get();
        if (nobody) view.clear();
        view.pulse(nobody ? null : fresh);
        aside.pulse(result);
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
        aside.stop();
    }
}
