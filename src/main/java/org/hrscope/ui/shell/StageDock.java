package org.hrscope.ui.shell;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.stage.AngleTool;
import org.hrscope.ui.stage.BoxTool;
import org.hrscope.ui.stage.CoverTool;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.SelectTool;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StageTool;
import org.hrscope.ui.stage.StageTools;
import org.hrscope.ui.stage.StageView;

/// The stage, its tools, and the keys that change what is seen on it. FX thread.
final class StageDock implements Part {
    private final ViewModels models;
    private final StageView view;
    private final StageTools tools;
    private final Snapshot snapshot;

    /// @param pictures where images of the stage are saved
    /// @param teach    a tool that belongs to another part
    StageDock(Shell shell, ViewModels models, Path pictures, StageTool teach) {
        this.models = models;
        view =
                new StageView(
                        models.look().layers(),
                        models.look().joints(),
                        models.selection(),
                        new JointNames(shell.texts()));
        tools =
                new StageTools(
                        new SelectTool(),
                        new BoxTool(models.live()::draw),
                        new CoverTool(view, models.lab().covers()),
                        new AngleTool(
                                models.look().layers(),
                                models.selection(),
                                models.look().joints().skeletonProperty()),
                        teach);
        snapshot = new Snapshot(shell, pictures);
    }

    StageView view() {
        return view;
    }

    StageTools tools() {
        return tools;
    }

    void takeSnapshot() {
        snapshot.save(NodePicture.of(view));
    }

    @Override
    public void bind(Keys keys) {
        for (StageTool tool : tools.all()) {
            // Where it would change nothing, the key may mean something else.
            keys.onlyWhen(
                    () -> tools.active() != tool,
                    tool.face().key(),
                    tool.face().textKey(),
                    () -> tools.choose(tool));
        }
        layers(keys);
        var selection = models.selection();
        keys.on(KeyCode.OPEN_BRACKET, "people.previous", () -> selection.stepPerson(-1));
        keys.on(KeyCode.CLOSE_BRACKET, "people.next", () -> selection.stepPerson(1));
        keys.on(KeyCode.DELETE, "people.drop", models.live()::dropBox);
        keys.on(KeyCode.BACK_SPACE, "people.drop", models.live()::dropBox);
        keys.on(KeyCode.F, "view.fit", view::fit);
        keys.on(KeyCode.EQUALS, "view.larger", () -> view.zoom(1.25));
        keys.on(KeyCode.MINUS, "view.smaller", () -> view.zoom(0.8));
        keys.on(KeyCode.S, "snapshot", this::takeSnapshot, KeyCombination.SHORTCUT_DOWN);
    }

    private void layers(Keys keys) {
        LayersViewModel layers = models.look().layers();
        keys.on(KeyCode.H, "layer.heatmaps", () -> layers.toggle(StageLayer.HEATMAPS));
        keys.on(KeyCode.C, "heatmap.hues", () -> flip(layers.huesProperty()));
        keys.on(KeyCode.G, "layer.by_person", () -> flip(layers.byPersonProperty()));
        keys.on(KeyCode.R, "view.mirror", () -> flip(layers.mirrorProperty()));
        for (StageLayer layer : StageLayer.values()) {
            keys.on(
                    KeyCode.getKeyCode(String.valueOf(layer.ordinal() + 1)),
                    layer.textKey(),
                    () -> layers.toggle(layer));
        }
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    /// Takes ownership of the result.
    @Override
    public void show(PipelineResult result) {
        view.show(result);
    }

    @Override
    public boolean escape() {
        return tools.putDown();
    }

    @Override
    public boolean end() {
        view.clear();
        return true;
    }
}
