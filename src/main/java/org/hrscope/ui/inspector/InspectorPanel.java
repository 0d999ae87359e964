package org.hrscope.ui.inspector;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.TaskRunner;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.stage.OverlayMap;

/// A node of the network opened: all its channels beside the chosen one, what they are computed from, and a pinned map
/// to compare with. FX thread.
public final class InspectorPanel extends VBox {

    /// What the panel needs from outside.
    ///
    /// @param exports  asks for values by name, for export alone
    /// @param still    whether the stage stands still
    /// @param position the index of the frame on the stage
    /// @param stage    where the chosen channel and what a cell sees are shown over the picture
    public record Parts(
            BiConsumer<Set<String>, Glance> exports,
            ObservableBooleanValue still,
            ReadOnlyLongProperty position,
            OverlayMap stage,
            TaskRunner tasks,
            Executor fx,
            Notices notices) {}

    public InspectorPanel(
            InspectorViewModel inspector, Parts parts, Controls controls, Texts texts) {
        getStyleClass().add("inspector");
        setMinWidth(320);
        setPrefWidth(480);
        MapExport export =
                new MapExport(
                        inspector, parts.exports, parts.tasks, parts.fx, parts.notices, texts);
        ChannelGridView grid = new ChannelGridView(inspector);
        grid.accessibleTextProperty().bind(texts.of("inspector.grid"));
        ChannelDetail detail = new ChannelDetail(inspector, parts.stage, texts);
        detail.prefWidthProperty().bind(widthProperty().multiply(0.42));
        HBox.setHgrow(grid, Priority.ALWAYS);
        HBox body = new HBox(grid, detail);
        body.getStyleClass().add("inspector-body");
        ComparePane compare = new ComparePane(inspector, texts);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(compare, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new InspectorHead(
                                inspector,
                                parts.still,
                                parts.position,
                                export.menu(this, controls),
                                controls,
                                texts),
                        new InspectorTools(inspector, controls),
                        body,
                        new BeforeStrip(inspector, texts),
                        compare);
    }
}
