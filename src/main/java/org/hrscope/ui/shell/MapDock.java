package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.FinderOpener;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.lab.InnerCuts;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// The network map below the stage, and the follower that reads inner values for it and for the inspector. FX thread.
final class MapDock implements Part {
    private final ViewModels models;
    private final StageView stage;
    private final ActivationFollower follower;
    private final InnerCuts cuts;
    private final NetworkDock map;

    MapDock(Shell shell, ViewModels models, StageView stage) {
        this.models = models;
        this.stage = stage;
        follower = new ActivationFollower(shell.trouble());
        map =
                new NetworkDock(
                        shell,
                        models.network(),
                        models.live().modelFileProperty(),
                        finder(models.opener().finder().fileProperty()),
                        follower);
        models.network().networkProperty().addListener(changed -> offer());
        cuts =
                new InnerCuts(
                        models.lab(),
                        stage.pair().viewProperty(),
                        models.network().networkProperty().map(OpenedNetwork::file),
                        follower::alter);
        models.network().shownGainsProperty().bind(cuts.gainsProperty());
    }

    /// Opens the finder in use.
    private static ObservableValue<Callable<ModelFile>> finder(
            ObservableValue<@Nullable Path> chosen) {
        FinderOpener finders = new FinderOpener();
        return Bindings.createObjectBinding(
                () -> {
                    Path file = chosen.getValue();
                    return () -> finders.lookInto(file);
                },
                chosen);
    }

    NetworkDock map() {
        return map;
    }

    ActivationFollower follower() {
        return follower;
    }

    /// What is cut in what the follower reads.
    InnerCuts cuts() {
        return cuts;
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.N, "network.fold", map::toggle);
        keys.on(KeyCode.F, "network.find", map::find, KeyCombination.SHORTCUT_DOWN);
    }

    @Override
    public void show(PipelineResult result) {
        follower.offer(models.network().seen(result));
    }

    @Override
    public void pulse() {
        map.pulse(seen());
    }

    private @Nullable PipelineResult seen() {
        PipelineResult result = stage.shown();
        return result == null ? null : models.network().seen(result);
    }

    /// A paused frame must reach a network newly put on the map.
    private void offer() {
        PipelineResult seen = seen();
        if (seen != null) follower.offer(seen);
    }

    @Override
    public boolean end() {
        map.close();
        return follower.end();
    }
}
