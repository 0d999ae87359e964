package org.hrscope.ui.lab;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.TextCheck;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Sight.Swept;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Where the selected joint looks: a button that sweeps a patch over the crop, and the results. FX thread.
final class SightPane extends VBox {
    private final Sight sight;
    private final SelectedJoint joint;
    private final Texts texts;
    private final ProgressBar progress = Styled.as(new ProgressBar(-1), "slim-bar");

    SightPane(Shell shell, Sight sight, SelectedJoint joint, Runnable begin) {
        this.sight = sight;
        this.joint = joint;
        texts = shell.texts();
        getStyleClass().add("sight");
        var running = sight.job().runningProperty();
        var selected = joint.selection().jointProperty();
        var skeleton = joint.joints().skeletonProperty();
        Button start =
                new TextButton(texts.of(this::question, selected, skeleton), begin, "primary");
        start.setMaxWidth(Double.MAX_VALUE);
        start.disableProperty().bind(running);
        Button stop =
                shell.controls().button(MaterialDesignC.CLOSE, "jobs.stop", sight.job()::stop);
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox going = Styled.as(new HBox(progress, stop), "lab-going");
        Presence.when(running, going);
        var result = sight.job().resultProperty();
        Label about =
                Paragraph.of(
                        new Caption(
                                texts.of(this::about, result, selected, skeleton, running),
                                "muted"));
        CheckBox onStage = new TextCheck(texts, "sight.shown", sight.shownProperty());
        onStage.visibleProperty().bind(result.isNotNull());
        FlowPane choices =
                Styled.as(new FlowPane(8, 4, patches(shell), onStage), "lab-tools");
        getChildren().addAll(start, going, choices, about);
    }

    private ComboBox<Integer> patches(Shell shell) {
        ComboBox<Integer> patch = new ComboBox<>();
        patch.getItems().setAll(Sight.PATCHES);
        patch.setCellFactory(list -> new PatchCell());
        patch.setButtonCell(new PatchCell());
        patch.valueProperty().bindBidirectional(sight.patchProperty());
        patch.setMinWidth(USE_PREF_SIZE);
        shell.controls().named(patch, "sight.patch");
        return patch;
    }

    private final class PatchCell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer side, boolean empty) {
            super.updateItem(side, empty);
            textProperty().unbind();
            if (empty || side == null) setText("");
            else textProperty().bind(texts.of(() -> texts.get("sight.side", side)));
        }
    }

    private String question() {
        String name = joint.name();
        return name.isEmpty() ? texts.get("sight.start.all") : texts.get("sight.start", name);
    }

    private String about() {
        Swept seen = sight.job().resultProperty().get();
        if (seen == null) return texts.get("sight.hint");
        int index = joint.index();
        if (index == Selection.NONE) return texts.get("sight.select");
        float peak = seen.occlusion().peaks()[index];
        double share = peak > 0 ? 100 * seen.occlusion().largest(index) / peak : 0;
        String found =
                texts.get(
                        "sight.about",
                        joint.name(),
                        Texts.format("%.2f", peak),
                        Texts.format("%.0f", Math.max(0, share)),
                        "" + seen.frame().index());
        return found + " " + field(seen, index);
    }

    private String field(Swept seen, int index) {
        ReceptiveWindow window = seen.window(index);
        if (window == null) return texts.get("sight.field.unknown");
        if (seen.isWhole(window)) return texts.get("sight.field.whole");
        return texts.get("sight.field", "" + window.width(), "" + window.height());
    }

    /// Shows the progress, once per pulse.
    void pulse() {
        if (sight.job().runningProperty().get()) progress.setProgress(sight.job().share());
    }
}
