package org.hrscope.ui.lab;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Chosen;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.TextCheck;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.SweepResult.Measure;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// Which paths matter: a button that cuts them all in turn, and the results for the selected joint or for all.
/// FX thread.
final class SweepPane extends VBox {
    private final PathSweep sweep;
    private final Selection selection;
    private final SelectedJoint joint;
    private final Texts texts;
    private final Notices notices;
    private final TextTable<SweepResult.Row> table;
    private final ProgressBar progress = Styled.as(new ProgressBar(-1), "slim-bar");

    /// @param begin starts the sweep on what is on stage
    SweepPane(Shell shell, PathSweep sweep, SelectedJoint joint, Runnable begin) {
        this.sweep = sweep;
        this.joint = joint;
        selection = joint.selection();
        var skeleton = joint.joints().skeletonProperty();
        texts = shell.texts();
        notices = shell.notices();
        table = table();
        getStyleClass().add("lab-page");
        var question = texts.of(this::question, selection.jointProperty(), skeleton);
        Button start = new TextButton(question, begin, "primary");
        start.setMaxWidth(Double.MAX_VALUE);
        start.disableProperty().bind(sweep.job().runningProperty());
        Button stop =
                shell.controls().button(MaterialDesignC.CLOSE, "jobs.stop", sweep.job()::stop);
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox going = Styled.as(new HBox(progress, stop), "lab-going");
        Presence.when(sweep.job().runningProperty(), going);
        VBox.setVgrow(table, Priority.ALWAYS);
        BooleanBinding some = sweep.job().resultProperty().isNotNull();
        Label hint = Paragraph.muted(texts, "sweep.hint");
        Presence.when(some.not(), hint);
        HBox tools = tools(shell);
        Presence.when(some, tools);
        Label about =
                Paragraph.muted(
                        texts.of(
                                this::about,
                                sweep.job().resultProperty(),
                                selection.jointProperty(),
                                skeleton));
        Presence.when(some, about);
        table.visibleProperty().bind(some);
        getChildren().addAll(start, going, hint, about, tools, table);
        Changes.of(
                this::fill,
                sweep.job().resultProperty(),
                sweep.measureProperty(),
                selection.jointProperty());
        Chosen.in(
                table.getSelectionModel(), row -> selection.nodeProperty().set(row.gate().name()));
    }

    private HBox tools(Shell shell) {
        ComboBox<Measure> measure =
                shell.controls()
                        .choice(
                                Measure.values(),
                                "sweep.measure.",
                                sweep.measureProperty(),
                                "sweep.measure");
        CheckBox onMap = new TextCheck(texts, "sweep.on-map", sweep.onMapProperty());
        Button save =
                shell.controls().button(MaterialDesignD.DOWNLOAD_OUTLINE, "sweep.save", this::save);
        return Styled.as(new HBox(measure, onMap, new Spacer(), save), "lab-tools");
    }

    private String question() {
        String name = joint.name();
        return name.isEmpty() ? texts.get("sweep.start.all") : texts.get("sweep.start.joint", name);
    }

    private String about() {
        SweepResult result = sweep.job().resultProperty().get();
        if (result == null) return "";
        String name = joint.name();
        String frame = "" + result.frame();
        return name.isEmpty()
                ? texts.get("sweep.about.all", frame)
                : texts.get("sweep.about.joint", name, frame);
    }

    private TextTable<SweepResult.Row> table() {
        TextTable<SweepResult.Row> rows = new TextTable<>(texts, "sweep.table");
        rows.wide("sweep.path", row -> Figures.path(row.gate().name()));
        rows.narrow("cut.pixels", 60, this::pixels);
        rows.narrow("cut.cells", 40, row -> Figures.distance(row.cells()));
        rows.narrow("cut.peak", 90, row -> Figures.peaks(row.before(), row.after()));
        return rows;
    }

    private String pixels(SweepResult.Row row) {
        if (row.lost() == 0) return Figures.distance(row.pixels());
        boolean all = selection.jointProperty().get() == Selection.NONE;
        return all ? Figures.distance(row.pixels()) + " −" + row.lost() : texts.get("cut.lost");
    }

    private void fill() {
        SweepResult result = sweep.job().resultProperty().get();
        if (result == null) table.getItems().clear();
        else
            table.show(result.rows(selection.jointProperty().get(), sweep.measureProperty().get()));
    }

    private void save() {
        Consumer<Path> told = kept -> notices.news(texts.of("snapshot.done", kept));
        new FileDialog(getScene().getWindow(), texts.get("sweep.save"))
                .kind("CSV", "*.csv")
                .save("paths.csv")
                .ifPresent(file -> sweep.save(file, told));
    }

    /// Shows the progress, once per pulse.
    void pulse() {
        if (sweep.job().runningProperty().get()) progress.setProgress(sweep.job().share());
    }
}
