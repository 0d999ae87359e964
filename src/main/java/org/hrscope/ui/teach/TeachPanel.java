package org.hrscope.ui.teach;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.Taught;
import org.hrscope.teach.Taught.Progress;
import org.hrscope.teach.Teacher;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The Teach panel: name a joint, click where it is, see how fast it is learnt. FX thread.
public final class TeachPanel extends VBox {
    private final TeachViewModel model;
    private final Controls controls;
    private final Texts texts;
    private final JointNames names;
    private final Runnable pickUp;
    private final VBox rows = Styled.as(new VBox(), "teach-rows");
    private final ToggleGroup chosen = new ToggleGroup();
    private final LearningCurveView curve;
    private final Label sentence = new Label();
    private final TieChoice tie;
    private final VBox learnt = Styled.as(new VBox(), "teach-learnt");
    private final HBox naming;

    /// @param pickUp makes the stage's pointer show the joint
    public TeachPanel(TeachViewModel model, Shell shell, Runnable pickUp) {
        this.model = model;
        this.pickUp = pickUp;
        controls = shell.controls();
        texts = shell.texts();
        names = new JointNames(texts);
        tie = new TieChoice(model, texts);
        curve = new LearningCurveView(texts);
        getStyleClass().add("teach");
        Label about = Paragraph.muted(texts, "teach.about");
        // Once a joint is named, the room is for what was learnt.
        Presence.when(Bindings.isEmpty(model.joints()), about);
        Presence.when(Bindings.isNotEmpty(model.joints()), rows);
        Paragraph.of(sentence);
        Label legend = Paragraph.muted(texts, "teach.curve");
        Presence.ofVisible(curve, legend);
        legend.visibleProperty().bind(curve.visibleProperty());
        learnt.getChildren().addAll(sentence, curve, legend);
        naming = naming();
        getChildren()
                .addAll(
                        head(),
                        about,
                        naming,
                        rows,
                        presence(),
                        tie,
                        all(),
                        waiting(),
                        learnt,
                        ending());
        Changes.now(
                this::show,
                model.activeProperty(),
                model.taughtProperty(),
                model.saidProperty(),
                model.busyProperty(),
                texts.languageProperty());
    }

    /// For the lesson, which names the joint itself and shows the curve in its next step.
    void guided() {
        getChildren().remove(naming);
        learnt.getChildren().setAll(sentence);
    }

    private PanelHead head() {
        Button undo = controls.button(MaterialDesignU.UNDO, "teach.undo", model::undo);
        undo.disableProperty().bind(model.undoableProperty().not());
        return new PanelHead(texts, "side.teach", undo);
    }

    private HBox naming() {
        TextField name = new TextField();
        name.promptTextProperty().bind(texts.of("teach.name"));
        name.accessibleTextProperty().bind(texts.of("teach.name"));
        Runnable begin =
                () -> {
                    if (name.getText().isBlank() || !model.add(name.getText())) return;
                    name.clear();
                    pickUp.run();
                };
        Button add = new TextButton(texts, "teach.add", begin);
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        name.setOnAction(event -> begin.run());
        HBox.setHgrow(name, Priority.ALWAYS);
        add.setMinWidth(Region.USE_PREF_SIZE);
        return Styled.as(new HBox(name, add), "teach-naming", "button-row");
    }

    private Region presence() {
        ToggleButton here = new ToggleButton();
        here.textProperty().bind(texts.of("teach.here"));
        ToggleButton absent = new ToggleButton();
        absent.textProperty().bind(texts.of("teach.absent"));
        SegmentedButton both = new SegmentedButton(here, absent);
        ToggleGroup group = new ToggleGroup();
        both.setToggleGroup(group);
        Changes.now(
                () -> {
                    here.setSelected(model.presentProperty().get());
                    absent.setSelected(!model.presentProperty().get());
                },
                model.presentProperty());
        here.setOnAction(event -> present(here, true));
        absent.setOnAction(event -> present(absent, false));
        Presence.when(model.activeProperty().isNotNull(), both);
        return both;
    }

    /// Reads from all resolutions, or from the last features alone.
    private CheckBox all() {
        CheckBox all = Paragraph.of(new CheckBox());
        all.textProperty().bind(texts.of("teach.all"));
        all.setSelected(model.featuresProperty().get() == FeatureSet.ALL);
        all.setOnAction(event ->
                model.featuresProperty().set(all.isSelected() ? FeatureSet.ALL : FeatureSet.LAST));
        // It goes back where a network's branches are not known.
        Changes.of(
                () -> all.setSelected(model.featuresProperty().get() == FeatureSet.ALL),
                model.featuresProperty());
        Presence.when(model.activeProperty().isNotNull(), all);
        return all;
    }

    private Label waiting() {
        var words = texts.of("teach.waiting", model.waitingProperty());
        Label waiting = Paragraph.muted(words);
        Presence.when(model.waitingProperty().greaterThan(0), waiting);
        return waiting;
    }

    private void present(ToggleButton pressed, boolean now) {
        // One of them is always on.
        pressed.setSelected(true);
        model.presentProperty().set(now);
        pickUp.run();
    }

    private HBox ending() {
        Button keep = new TextButton(texts, "teach.keep", this::keep);
        keep.disableProperty().bind(model.taughtProperty().map(Objects::isNull).orElse(true));
        Button stop = new TextButton(texts, "teach.stop", model::stop);
        stop.disableProperty().bind(Bindings.isEmpty(model.joints()));
        for (Button button : new Button[] {keep, stop}) button.setMinWidth(USE_PREF_SIZE);
        return Styled.as(new HBox(keep, stop), "teach-ending", "button-row");
    }

    private void keep() {
        new FileDialog(getScene().getWindow(), texts.get("teach.keep"))
                .kind("ONNX", "*.onnx")
                .save(String.join("_", model.joints()) + ".onnx")
                .ifPresent(model::write);
    }

    private void show() {
        rows.getChildren().setAll(model.joints().stream().map(this::row).toList());
        tie.show();
        Progress progress = progress(model.activeProperty().get());
        boolean some = progress != null && !progress.curve().isEmpty();
        sentence.setText(progress == null ? "" : sentence(progress));
        Presence.show(learnt, progress != null);
        curve.setVisible(some);
        if (progress != null) curve.show(progress.curve(), progress.untrained());
    }

    private @Nullable Progress progress(@Nullable String joint) {
        Taught taught = model.taughtProperty().getValue();
        return taught == null || joint == null ? null : taught.joints().get(joint);
    }

    private String sentence(Progress progress) {
        // Else it would speak of fewer clicks than the row above.
        if (model.busyProperty().getValue() && progress.shown() < shown())
            return texts.get("teach.learning", shown());
        if (progress.errors().isEmpty()) return texts.get("teach.one-click");
        long found = progress.errors().stream().filter(error -> error <= Teacher.NEAR).count();
        String words =
                texts.get(
                        "teach.found", found, progress.errors().size(), percent(progress.errors()));
        return progress.last().isEmpty()
                ? words
                : texts.get("teach.last-alone", words, percent(progress.last()));
    }

    /// People that the joint was shown on so far.
    private int shown() {
        String joint = model.activeProperty().get();
        return joint == null ? 0 : model.saidProperty().getValue().shown(joint);
    }

    private static String percent(List<Double> errors) {
        return Texts.format("%.1f", 100 * Teacher.median(errors));
    }

    private HBox row(String joint) {
        ToggleButton name = new ToggleButton(names.of(joint));
        name.setToggleGroup(chosen);
        name.setSelected(joint.equals(model.activeProperty().get()));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setOnAction(event -> {
            name.setSelected(true);
            model.activeProperty().set(joint);
            pickUp.run();
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        // Not of the last fit, which may be a click behind.
        int shown = model.saidProperty().getValue().shown(joint);
        Label clicks = Styled.as(new Label(texts.get("teach.clicks", shown)), "muted");
        clicks.setMinWidth(USE_PREF_SIZE);
        Button remove =
                controls.button(MaterialDesignC.CLOSE, "teach.remove", () -> model.remove(joint));
        return Styled.as(new HBox(name, clicks, remove), "teach-row");
    }
}
